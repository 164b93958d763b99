import { execFile } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { inClone } from './clone.mjs';
import { StopWithSentence } from './sentence.mjs';

/**
 * Brings the database up to date and, the first time, loads the sample workspace.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} log file for what it has to say
 * @returns {Promise<{ links: { person: string, role: string, url: string }[] }>}
 * @throws {StopWithSentence} where it fails
 */
export async function prepare(env, log) {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [inClone('dist', 'apps', 'cli', 'main.mjs'), 'prepare'], {
      env,
    });
    appendFileSync(log, stderr);
    return JSON.parse(stdout.trim().split('\n').at(-1));
  } catch (error) {
    appendFileSync(log, `${error.stdout ?? ''}${error.stderr ?? ''}`);
    const words = (error.stderr || error.message).trim().split('\n')[0];
    throw new StopWithSentence(`The database could not be prepared: ${words}. The details stand in ${log}.`);
  }
}
