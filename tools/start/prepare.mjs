import { execFile } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { buildMark } from './build.mjs';
import { inClone } from './clone.mjs';
import { withLock } from './lock.mjs';
import { StopWithSentence } from './sentence.mjs';

/**
 * Brings the database up to date and, the first time, fills it with the sample workspace. A first time that is cut off leaves nothing
 * behind that could be taken for data: it is filled under another name.
 * @param {object} what
 * @param {import('./data-directory.mjs').DataDirectory} what.directory
 * @param {import('./embedded-database.mjs').EmbeddedDatabase} [what.database] none where DATABASE_URL leads to another
 * @param {(databaseUrl: string) => NodeJS.ProcessEnv} what.environment of the program that does it
 * @returns {Promise<{ links: { person: string, role: string, url: string }[] }>}
 * @throws {StopWithSentence} where it fails
 */
export function prepare({ directory, database, environment }) {
  return withLock(directory.at('prepare.lock'), async () => {
    const answer = await fill(directory, database, environment);
    directory.write('prepared.json', markOf(database));
    return answer;
  });
}

/** @returns {Promise<boolean>} whether this build has prepared this database before, so that its programs may start at once */
export async function isPrepared({ directory, database }) {
  return JSON.stringify(directory.read('prepared.json')) === JSON.stringify(markOf(database)) && (!database || (await database.exists()));
}

const markOf = (database) => ({ build: buildMark('cli'), database: database ? 'embedded' : process.env.DATABASE_URL });

async function fill(directory, database, environment) {
  const log = directory.at('logs', 'prepare.log');
  if (!database) return run(environment(process.env.DATABASE_URL), log);
  if (await database.exists()) return run(environment(database.url), log);
  const answer = await run(environment(await database.createDraft()), log);
  await database.keepDraft();
  return answer;
}

async function run(env, log) {
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
