import { spawn } from 'node:child_process';
import { clone } from './clone.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { handOver, watchLaunchers } from './launcher.mjs';
import { goodNode, isGoodNode, refuseOldNode } from './node-version.mjs';
import { tell } from './sentence.mjs';

// `npm start`: from a bare clone to a running product. Everything imported above runs without any package.
const began = Number(process.env.UPTAKE_BEGAN ?? Date.now() - performance.now());
const say = (line) => console.log(line);
process.stdout.on('error', () => {}); // whoever read it may be gone while the product still has to stop in order

let logFile;
let ending = false;
try {
  refuseOldNode();
  await ensureInstalled(say);
  if (isGoodNode(process.versions.node)) await run();
  else await continueOnGoodNode();
} catch (error) {
  if (!ending) {
    tell(error, logFile);
    process.exitCode = 1;
  }
}

async function run() {
  await ensureBuilt(say);
  const [{ Product }, { DataDirectory }, { chosenPort }, { welcome }] = await Promise.all([
    import('./product.mjs'),
    import('./data-directory.mjs'),
    import('./environment.mjs'),
    import('./welcome.mjs'),
  ]);
  const directory = new DataDirectory();
  logFile = directory.at('logs', 'start.log');
  const product = new Product({ directory, port: chosenPort(), say, onGivenUp: (sentence) => finish(sentence) });
  async function finish(sentence) {
    if (ending) return;
    ending = true;
    if (sentence) console.error(`\n${sentence}`);
    say('\nStopping ...');
    await product.stop();
    say('Stopped.');
    process.exit(sentence ? 1 : 0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => finish());
  watchLaunchers(() => finish());
  const ready = await product.start();
  say(welcome(ready, directory.path, (Date.now() - began) / 1000));
}

// The packages brought a Node that is new enough: the same command goes on there, with the same terminal.
function continueOnGoodNode() {
  const env = { ...process.env, ...handOver(), UPTAKE_BEGAN: String(began) };
  const next = spawn(goodNode(clone), process.argv.slice(1), { env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => next.kill(signal));
  return new Promise((resolve, reject) => {
    next.once('error', reject);
    next.once('exit', (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}
