import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { clone, inClone } from './clone.mjs';
import { withLock } from './lock.mjs';
import { goodNode } from './node-version.mjs';
import { StopWithSentence } from './sentence.mjs';

/** The four programs, what building each one leaves behind, and what of libs it cannot contain. */
const programs = {
  api: { product: 'dist/apps/api/main.mjs', without: isWeb },
  worker: { product: 'dist/apps/worker/main.mjs', without: isWeb },
  cli: { product: 'dist/apps/cli/main.mjs', without: isWeb },
  web: { product: 'dist/apps/web/browser/index.html', without: isServer },
};
const settings = ['package-lock.json', 'nx.json', 'rolldown.config.mjs', 'tsconfig.base.json', 'tsconfig.server.json'];

/**
 * Builds the programs whose sources changed since they were built.
 * @param {(line: string) => void} say progress, for a person
 * @param {string[]} [names] all four where not given
 * @throws {StopWithSentence} where a build fails
 */
export async function ensureBuilt(say, names = Object.keys(programs)) {
  if (!names.some(isStale)) return;
  mkdirSync(inClone('dist'), { recursive: true });
  await withLock(inClone('dist', '.building.lock'), async () => {
    const stale = names.filter(isStale);
    if (stale.length === 0) return;
    say(`Building ${listed(stale)} ...`);
    const before = new Map(stale.map((name) => [name, stampOf(name)])); // an edit during the build must not count as built
    await build(stale);
    for (const name of stale) writeStamp(name, before.get(name));
  });
}

function isStale(name) {
  if (!existsSync(inClone(programs[name].product)) || !existsSync(stampFile(name))) return true;
  const built = JSON.parse(readFileSync(stampFile(name), 'utf8'));
  const files = sourcesOf(name);
  if (built.glance === glanceAt(files)) return false;
  if (built.content !== contentOf(files)) return true;
  writeStamp(name, stampOf(name)); // a fresh checkout: other dates, same words
  return false;
}

/** @param {string} name of a program @returns {string | undefined} what tells this build of it from others */
export function buildMark(name) {
  return existsSync(stampFile(name)) ? JSON.parse(readFileSync(stampFile(name), 'utf8')).content : undefined;
}

const stampFile = (name) => inClone('dist', 'stamps', `${name}.json`);

function stampOf(name) {
  const files = sourcesOf(name);
  return { glance: glanceAt(files), content: contentOf(files) };
}

function writeStamp(name, stamp) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), JSON.stringify(stamp));
}

function sourcesOf(name) {
  const { without } = programs[name];
  const folders = [`apps/${name}`, 'libs', 'tools/workspace'].flatMap((folder) => filesBelow(inClone(folder)));
  return [...settings.map((file) => inClone(file)), ...folders]
    .filter((file) => existsSync(file) && !file.endsWith('.spec.ts') && !without(relative(clone, file).split('\\').join('/')))
    .sort();
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function isWeb(path) {
  return /^libs\/(web|[^/]+\/web)\//.test(path);
}

function isServer(path) {
  return /^libs\/(platform|[^/]+\/server)\//.test(path);
}

/** Cheap: size and date of every file. */
function glanceAt(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(clone, file)}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
}

/** Dear, and sure: every byte. */
function contentOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${relative(clone, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

function build(names) {
  const args = [
    inClone('node_modules', 'nx', 'dist', 'bin', 'nx.js'),
    'run-many',
    '-t',
    'build',
    '-p',
    names.join(','),
    '--outputStyle=static',
  ];
  const node = goodNode(clone);
  // Nx' daemon would outlive the product, and its terminal pictures do not belong into a log.
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', PATH: `${dirname(node)}${separator}${process.env.PATH}` };
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const words = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (words_) => words.push(words_));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(words));
      reject(new StopWithSentence('The build failed; what it said stands above.'));
    });
  });
}

const separator = process.platform === 'win32' ? ';' : ':';
const listed = (names) => new Intl.ListFormat('en').format(names);
