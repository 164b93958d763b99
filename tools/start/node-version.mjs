import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StopWithSentence } from './sentence.mjs';

/** Node's oldest version that can read these tools at all. */
const oldest = 20;

/**
 * Angular 22 and Nx 23 build with Node 24.15 or newer of the 24 line, or with 26 and newer.
 * @param {string} version such as `24.15.0`
 */
export function isGoodNode(version) {
  const [major, minor] = version.split('.').map(Number);
  return major >= 26 || (major === 24 && minor >= 15);
}

/** @throws {StopWithSentence} where Node is older than 20 */
export function refuseOldNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= oldest) return;
  throw new StopWithSentence(
    `Uptake needs Node ${oldest} or newer, and this is Node ${version}. Install a newer one from https://nodejs.org.`,
  );
}

/**
 * The Node that builds and runs the product: this one where it is new enough, else the one that came with the packages.
 * @param {string} root the clone
 * @returns {string} path of an executable
 * @throws {StopWithSentence} where neither is there
 */
export function goodNode(root) {
  if (isGoodNode(process.versions.node)) return process.execPath;
  const packaged = packagedNode(root);
  if (existsSync(packaged)) return packaged;
  throw new StopWithSentence(
    `This is Node ${process.versions.node}; on ${process.platform}-${process.arch} Uptake needs Node 24.15 or newer. Install it from https://nodejs.org.`,
  );
}

function packagedNode(root) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', executable);
}
