import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StopWithSentence } from './sentence.mjs';

/**
 * PostgreSQL refuses to run as root; then it runs as the system's own user `postgres`, who is created where missing.
 * @typedef {{ uid?: number, gid?: number }} DatabaseUser nobody in particular (empty) where this process is not root
 * @returns {DatabaseUser}
 * @throws {StopWithSentence} where that user is missing and cannot be created
 */
export function databaseUser() {
  if (process.getuid?.() !== 0) return {};
  if (!idOf('-u')) create();
  return { uid: Number(idOf('-u')), gid: Number(idOf('-g')) };
}

/**
 * @param {string} folder
 * @param {DatabaseUser} user
 * @returns {boolean} whether that user may walk down to the folder and into it, by the modes of all folders on the way
 */
export function mayEnter(folder, user) {
  if (user.uid === undefined) return true;
  const path = resolve(folder);
  const { mode, uid, gid } = statSync(path);
  const walk = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return Boolean(mode & walk) && (dirname(path) === path || mayEnter(dirname(path), user));
}

function idOf(which) {
  try {
    return execFileSync('id', [which, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

function create() {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    throw new StopWithSentence(
      'PostgreSQL does not run as root, and the system user "postgres" could not be created. Start Uptake as an ordinary user, or set DATABASE_URL.',
    );
  }
}
