import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import pg from 'pg';
import { systemPlace } from './data-directory.mjs';
import { databaseUser } from './database-user.mjs';
import { withLock } from './lock.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { Postgres } from './postgres.mjs';
import { lives, markOf } from './processes.mjs';

const database = 'uptake';

/**
 * The embedded database of a data directory, shared by whoever uses it: the product and any `npm run uptake` beside it. The first one
 * starts it, the last one stops it, and one that was killed no longer counts.
 * @param {import('./data-directory.mjs').DataDirectory} directory
 * @returns {Promise<{ url: string, isRunning(): boolean, revive(): Promise<void>, release(): Promise<void> }>}
 */
export async function useDatabase(directory) {
  const exclusively = (work) => withLock(directory.at('postgres.lock'), work, { patience: 60_000 });
  const server = serverOf(directory);
  const start = () =>
    exclusively(async () => {
      directory.write(userFile(process.pid), markOf(process.pid));
      const port = await server.start(directory.read('postgres.json').port);
      directory.write('postgres.json', { port, password: server.password });
      await ensureDatabase(server.url(port, 'postgres'));
      return server.url(port, database);
    });
  const url = await start();
  return {
    url,
    isRunning: () => lives(server.mark()),
    async revive() {
      await start();
    },
    release: () =>
      exclusively(async () => {
        rmSync(directory.at(userFile(process.pid)), { force: true });
        if (!hasLivingUsers(directory)) await server.stop();
      }),
  };
}

const userFile = (pid) => `postgres-users/${pid}.json`;

function serverOf(directory) {
  const user = databaseUser();
  const { password } = directory.read('postgres.json') ?? {};
  if (!password) directory.write('postgres.json', { password: randomBytes(18).toString('base64url') });
  return new Postgres({
    cluster: directory.clusterFolder(user),
    binaries: postgresBinaries(user, user.uid === undefined ? directory.at('binaries') : systemPlace),
    user,
    password: directory.read('postgres.json').password,
    log: directory.at('logs', 'postgres.log'),
    settings: ['max_connections=200'],
  });
}

function hasLivingUsers(directory) {
  const folder = directory.at('postgres-users');
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).some((name) => {
    if (lives(directory.read(`postgres-users/${name}`))) return true;
    rmSync(directory.at('postgres-users', name), { force: true });
    return false;
  });
}

async function ensureDatabase(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}
