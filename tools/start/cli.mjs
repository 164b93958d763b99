import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { clone, inClone } from './clone.mjs';
import { ensureBuilt } from './build.mjs';
import { compileCache } from './environment.mjs';
import { ensureInstalled } from './install.mjs';
import { goodNode, isGoodNode, refuseOldNode } from './node-version.mjs';
import { tell } from './sentence.mjs';

// `npm run -s uptake -- <command> ...`: stdout belongs to the command alone, so that its answer can be piped.
const say = (line) => console.error(line);
const args = process.argv.slice(2);
/** They read a file or print words; no database is started for them. */
const withoutDatabase = ['preview', 'help', '--help', '-h', 'version', '--version', undefined];

try {
  refuseOldNode();
  await ensureInstalled(say);
  process.exitCode = isGoodNode(process.versions.node) ? await run() : await continueOnGoodNode();
} catch (error) {
  tell(error);
  process.exitCode = 1;
}

async function run() {
  await ensureBuilt(say, ['cli']);
  const command = [inClone('dist', 'apps', 'cli', 'main.mjs'), ...args];
  if (withoutDatabase.includes(args[0])) return runNode(process.execPath, command, { ...process.env, NODE_COMPILE_CACHE: compileCache });
  const { withDatabase } = await import('./with-database.mjs');
  return withDatabase(say, (env) => runNode(process.execPath, command, env));
}

function continueOnGoodNode() {
  return runNode(goodNode(clone), process.argv.slice(1), process.env);
}

/** @returns {Promise<number>} the exit code, as a shell would tell it */
function runNode(node, command, env) {
  const child = spawn(node, command, { env, stdio: 'inherit' });
  // Ctrl-C reaches the command itself; we stay to stop the database after it
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
