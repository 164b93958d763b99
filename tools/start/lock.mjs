import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { StopWithSentence } from './sentence.mjs';
import { lives, markOf } from './processes.mjs';

/**
 * Takes a lock file for this process. A lock whose owner is gone (kill -9, power cut) is no lock and is taken over.
 * @param {string} path
 * @param {object} [note] what others should learn about the owner
 * @returns {{ taken: true, release(): void } | { taken: false, owner: object }}
 */
export function takeLock(path, note = {}) {
  const mine = JSON.stringify({ ...note, mark: markOf(process.pid) });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (;;) {
      if (linked(draft, path)) return { taken: true, release: () => read(path)?.text === mine && rmSync(path, { force: true }) };
      const owner = read(path);
      if (!owner) continue; // it was released in between
      if (lives(owner.content.mark)) return { taken: false, owner: owner.content };
      removeStale(path, owner.text);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Does the work while nobody else does work under the same lock, after waiting for them.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {{ patience?: number, waiting?: () => void }} [how] patience in milliseconds
 * @returns {Promise<T>}
 * @throws {StopWithSentence} where the wait was in vain
 */
export async function withLock(path, work, { patience = 300_000, waiting = () => {} } = {}) {
  const until = performance.now() + patience;
  for (let round = 0; ; round++) {
    const lock = takeLock(path);
    if (lock.taken) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (round === 0) waiting();
    if (performance.now() > until) {
      throw new StopWithSentence(`Process ${lock.owner.mark.pid} holds ${path} for a long time. End it, then start again.`);
    }
    await sleep(50);
  }
}

function linked(draft, path) {
  try {
    linkSync(draft, path); // unlike a write, a link appears whole and fails where there is one
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(error.code)) return copied(draft, path);
    throw error;
  }
}

/** For file systems without links: almost as good, a reader may meet half a file for a moment. */
function copied(draft, path) {
  try {
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(path) {
  try {
    const text = readFileSync(path, 'utf8');
    return { text, content: parsed(text) };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {}; // a torn file has no living owner
  }
}

// Two processes may find the same stale lock: who moves a fresh one away by mistake puts it back.
function removeStale(path, stale) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (read(aside)?.text !== stale) linked(aside, path);
  rmSync(aside, { force: true });
}
