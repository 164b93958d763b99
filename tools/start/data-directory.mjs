import { chmodSync, mkdirSync, readFileSync, renameSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { clone } from './clone.mjs';
import { mayEnter } from './database-user.mjs';
import { StopWithSentence } from './sentence.mjs';

const leastSpace = 200 * 1024 * 1024;
/** Where the database lives when its user cannot reach the data directory, as in a clone below /root. */
export const systemPlace = '/var/lib/uptake';

/** The one folder that holds everything a running Uptake keeps: database, uploads, mailbox, secret, ports, logs. */
export class DataDirectory {
  /** @param {string} [path] `UPTAKE_DATA_DIR`, else `.uptake` in the clone */
  constructor(path = process.env.UPTAKE_DATA_DIR || join(clone, '.uptake')) {
    this.path = resolve(path);
  }

  /** @param {...string} parts */
  at(...parts) {
    return join(this.path, ...parts);
  }

  /**
   * Creates the folder where missing and makes sure that it can be written and is not about to overflow.
   * @throws {StopWithSentence} where it cannot be used
   */
  open() {
    const freeIn = (path) => {
      const { bavail, bsize } = statfsSync(path);
      return bavail * bsize;
    };
    try {
      mkdirSync(this.at('logs'), { recursive: true, mode: 0o700 });
      writeFileSync(this.at('.writable'), '');
    } catch (error) {
      if (error.code === 'ENOSPC') throw error;
      throw new StopWithSentence(
        `The data directory ${this.path} cannot be written (${error.code}). Set UPTAKE_DATA_DIR to a folder that this user may write.`,
      );
    }
    const megabytes = Math.floor(freeIn(this.path) / 1024 / 1024);
    if (freeIn(this.path) >= leastSpace) return;
    throw new StopWithSentence(
      `Only ${megabytes} MB are free on the disk of ${this.path}, and Uptake needs 200 MB. Free some space or set UPTAKE_DATA_DIR to another disk.`,
    );
  }

  /**
   * @template T
   * @param {string} name
   * @returns {T | undefined} what was last written under this name
   */
  read(name) {
    try {
      return JSON.parse(readFileSync(this.at(name), 'utf8'));
    } catch {
      return undefined; // never written, or torn by a full disk: both mean "start afresh"
    }
  }

  /** Replaces the file as a whole, readable for its owner alone. @param {string} name @param {unknown} content */
  write(name, content) {
    const draft = this.at(`${name}.${process.pid}`);
    mkdirSync(dirname(draft), { recursive: true });
    writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
    renameSync(draft, this.at(name));
  }

  /** What signs links and cookies: made once, at random, and kept. @returns {string} */
  secret() {
    const kept = this.read('secret.json');
    if (kept) return kept;
    const secret = randomBytes(32).toString('base64url');
    this.write('secret.json', secret);
    return secret;
  }

  /**
   * Where the database's files stand: here, unless the system user that runs it cannot come here. Folders above are never opened up for
   * that user; this folder itself is ours and is made passable, while what is secret in it stays closed.
   * @param {import('./database-user.mjs').DatabaseUser} user
   * @returns {string}
   */
  clusterFolder(user) {
    const kept = this.read('cluster-folder.json');
    if (kept) return kept;
    if (mayEnter(dirname(this.path), user)) {
      if (user.uid !== undefined) chmodSync(this.path, statSync(this.path).mode | 0o011);
      return this.at('postgres');
    }
    const elsewhere = join(systemPlace, randomBytes(6).toString('hex'));
    mkdirSync(elsewhere, { recursive: true });
    for (const folder of [systemPlace, elsewhere]) chmodSync(folder, 0o711); // whatever the umask made of it
    this.write('cluster-folder.json', join(elsewhere, 'postgres'));
    return join(elsewhere, 'postgres');
  }
}
