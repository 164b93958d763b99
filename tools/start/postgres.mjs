import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { commandOf, end, gone, lives, markOf } from './processes.mjs';
import { freePort, isFree } from './ports.mjs';
import { StopWithSentence } from './sentence.mjs';

const superuser = 'uptake';

/**
 * One PostgreSQL server on the loopback address, with its files in one folder.
 * @typedef {{ uid?: number, gid?: number }} DatabaseUser
 */
export class Postgres {
  /**
   * @param {object} where
   * @param {string} where.cluster folder of its files
   * @param {string} where.binaries folder with `bin`, `lib`, `share`
   * @param {DatabaseUser} where.user who runs it
   * @param {string} where.password
   * @param {string} where.log file that takes its messages
   * @param {string[]} [where.settings] such as `fsync=off`
   */
  constructor({ cluster, binaries, user, password, log, settings = [] }) {
    Object.assign(this, { cluster, binaries, user, password, log, settings });
  }

  /**
   * Starts it, after creating it where there is none; one that still runs (its parent was killed) is adopted.
   * @param {number} [port] the one it had last time
   * @returns {Promise<number>} the port that it answers on
   * @throws {StopWithSentence} where it does not come up
   */
  async start(port) {
    if (!existsSync(join(this.cluster, 'PG_VERSION'))) this.#create();
    if (port && (await this.#answers(port))) return port;
    await this.#endMute();
    for (let attempt = 0; attempt < 5; attempt++) {
      const chosen = port && attempt < 3 && (await isFree(port, '127.0.0.1')) ? port : await freePort();
      if (await this.#launch(chosen)) return chosen;
      await sleep(200 * 2 ** attempt); // the memory of a killed server may be held for a moment
    }
    throw new StopWithSentence(`PostgreSQL did not start. Its last words: ${this.lastWords()}`);
  }

  /** Ends it in order: running statements are cut off, everything committed is on disk. */
  async stop() {
    await end(this.mark(), { signal: 'SIGINT', patience: 20_000 });
  }

  /** @param {number} port @param {string} database */
  url(port, database) {
    return `postgres://${superuser}:${this.password}@127.0.0.1:${port}/${database}`;
  }

  /** @returns {import('./processes.mjs').ProcessMark | undefined} the running server of exactly these files */
  mark() {
    try {
      const pid = Number.parseInt(readFileSync(join(this.cluster, 'postmaster.pid'), 'utf8'), 10);
      return commandOf(pid).includes(this.cluster) ? markOf(pid) : undefined;
    } catch {
      return undefined;
    }
  }

  /** @returns {string} the end of its log, in one line */
  lastWords() {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-3).join(' | ') : 'none';
  }

  // In a folder beside it and then renamed: a creation that was cut off must not be taken for a database.
  #create() {
    const draft = `${this.cluster}.new`;
    const passwordFile = `${this.cluster}.password`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    writeFileSync(passwordFile, this.password, { mode: 0o600 });
    if (this.user.uid !== undefined) for (const path of [draft, passwordFile]) chownSync(path, this.user.uid, this.user.gid);
    const durability = this.settings.includes('fsync=off') ? ['--no-sync'] : [];
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']; // the same on every system
    try {
      execFileSync(
        this.#program('initdb'),
        ['-D', draft, '-U', superuser, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...locale, '--no-instructions', ...durability],
        { ...this.user, cwd: dirname(this.cluster), stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
      );
      renameSync(draft, this.cluster);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (/No space left/.test(error.stderr ?? '')) throw Object.assign(new Error('No space left'), { code: 'ENOSPC' });
      throw new StopWithSentence(`PostgreSQL could not create its files in ${this.cluster}: ${(error.stderr || error.message).trim()}`);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  async #launch(port) {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...this.settings].flatMap((setting) => ['-c', setting]);
    const log = openSync(this.log, 'a');
    const server = spawn(this.#program('postgres'), ['-D', this.cluster, '-p', String(port), ...settings], {
      ...this.user,
      cwd: dirname(this.cluster),
      detached: true, // Ctrl-C in the terminal must reach us first, so that the order of stopping is ours
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    server.unref();
    let ended = false;
    server.once('exit', () => (ended = true));
    server.once('error', () => (ended = true));
    const until = performance.now() + 60_000; // recovery after a power cut takes its time
    while (!ended && performance.now() < until) {
      if (await this.#answers(port)) return true;
      await sleep(25);
    }
    return false;
  }

  async #answers(port) {
    const client = new pg.Client({ connectionString: this.url(port, 'postgres'), connectionTimeoutMillis: 2_000 });
    client.on('error', () => {}); // the connection may break while it is closed
    try {
      await client.connect();
      const { rows } = await client.query('show data_directory');
      return realpathSync(rows[0].data_directory) === realpathSync(this.cluster);
    } catch {
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  }

  /** A server of these files that runs but does not answer is stopping, or is lost: wait, then end it. */
  async #endMute() {
    const mark = this.mark();
    if (!lives(mark)) return;
    if (!(await gone(mark, 3_000))) await this.stop();
  }

  #program(name) {
    return join(this.binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  }
}
