import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import pg from 'pg';
import { systemPlace } from './data-directory.mjs';
import { databaseUser } from './database-user.mjs';
import { withLock } from './lock.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { Postgres } from './postgres.mjs';
import { lives, markOf } from './processes.mjs';

const name = 'uptake';
const draft = 'uptake_draft';

/**
 * The database of a data directory, shared by whoever uses it: the product and any `npm run uptake` beside it. The first one starts it, the
 * last one stops it, and one that was killed no longer counts.
 */
export class EmbeddedDatabase {
  #directory;
  #server;
  #port;

  /** @param {import('./data-directory.mjs').DataDirectory} directory */
  constructor(directory) {
    this.#directory = directory;
  }

  /** Starts it or joins those who use it already. */
  async open() {
    this.#server ??= serverOf(this.#directory);
    await this.#exclusively(async () => {
      this.#directory.write(userFile(process.pid), markOf(process.pid));
      this.#port = await this.#server.start(this.#directory.read('postgres.json').port);
      this.#directory.write('postgres.json', { port: this.#port, password: this.#server.password });
    });
  }

  get url() {
    return this.#server.url(this.#port, name);
  }

  isRunning() {
    return lives(this.#server.mark());
  }

  /** @returns {Promise<boolean>} whether it was ever filled to the end */
  exists() {
    return this.#asAdmin(async (admin) => (await admin.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1);
  }

  /** @returns {Promise<string>} an empty database to be filled; one that was cut off half-way goes */
  async createDraft() {
    await this.#asAdmin(async (admin) => {
      await admin.query(`drop database if exists ${draft} with (force)`);
      await admin.query(`create database ${draft}`);
      await admin.query(`alter database ${draft} set synchronous_commit = off`); // nobody is told that a draft is safe on disk
    });
    return this.#server.url(this.#port, draft);
  }

  /** From now on the draft is the database, and all of it is on disk. */
  async keepDraft() {
    await this.#asAdmin(async (admin) => {
      await admin.query(`alter database ${draft} reset synchronous_commit`);
      await admin.query('checkpoint');
      await admin.query(`alter database ${draft} rename to ${name}`);
    });
  }

  /** Stops using it; the last one to do so stops it. */
  async release() {
    await this.#exclusively(async () => {
      rmSync(this.#directory.at(userFile(process.pid)), { force: true });
      if (!this.#hasLivingUsers()) await this.#server?.stop();
    });
  }

  #exclusively(work) {
    return withLock(this.#directory.at('postgres.lock'), work, { patience: 60_000 });
  }

  #hasLivingUsers() {
    const folder = this.#directory.at('postgres-users');
    mkdirSync(folder, { recursive: true });
    return readdirSync(folder).some((file) => {
      if (lives(this.#directory.read(`postgres-users/${file}`))) return true;
      rmSync(this.#directory.at('postgres-users', file), { force: true });
      return false;
    });
  }

  async #asAdmin(work) {
    const admin = new pg.Client({ connectionString: this.#server.url(this.#port, 'postgres') });
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.end();
    }
  }
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
