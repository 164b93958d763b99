import { spawn } from 'node:child_process';
import { dirname, delimiter, join } from 'node:path';
import { clone } from '../start/clone.mjs';

/**
 * @typedef {object} Outcome
 * @property {import('./steps.mjs').Step} step
 * @property {number} passed
 * @property {number} failed
 * @property {number} seconds
 * @property {string} output everything that it printed
 */

/**
 * @param {import('./steps.mjs').Step} step
 * @param {NodeJS.ProcessEnv} surroundings what it needs: addresses of servers, the folder of documents
 * @param {string} scratch a folder for its result file
 * @returns {Promise<Outcome>} always; a step that cannot even start has failed
 */
export async function runStep(step, surroundings, scratch) {
  const began = performance.now();
  const result = join(scratch, `${step.name}.json`);
  const env = {
    ...process.env,
    NX_DAEMON: 'false', // it would outlive the check
    NX_TUI: 'false',
    FORCE_COLOR: '0', // the words are kept and shown later, perhaps in a log
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    ...surroundings,
    ...step.env?.(result),
  };
  const { exitCode, output } = await run(
    step.command.map((word) => (word === '{result}' ? result : word)),
    env,
  );
  return { step, ...step.count(exitCode, result, output), seconds: (performance.now() - began) / 1000, output };
}

const running = new Set();

/** Ends every step that runs, with whatever it started: for somebody who had enough. */
export function endSteps() {
  for (const child of running) end(child);
}

function end(child) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGTERM');
  } catch {
    // it ended by itself in between
  }
}

function run(command, env) {
  const child = spawn(process.execPath, command, { cwd: clone, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ exitCode: 1, output: error.message }));
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
