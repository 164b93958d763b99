import { spawn } from 'node:child_process';
import { clone } from './clone.mjs';
import { ensureInstalled } from './install.mjs';
import { goodNode, isGoodNode, refuseOldNode } from './node-version.mjs';
import { tell } from './sentence.mjs';

// `npm test`, and `npm test -- <steps>`: installs what is missing, then lets tools/checks do the checking.
try {
  refuseOldNode();
  await ensureInstalled((line) => console.log(line));
  if (isGoodNode(process.versions.node)) {
    const { runChecks } = await import('../checks/run-checks.mjs');
    process.exitCode = await runChecks(process.argv.slice(2));
  } else {
    process.exitCode = await continueOnGoodNode();
  }
} catch (error) {
  tell(error);
  process.exitCode = 1;
}

function continueOnGoodNode() {
  const next = spawn(goodNode(clone), process.argv.slice(1), { stdio: 'inherit' });
  return new Promise((resolve, reject) => next.once('error', reject).once('exit', (code) => resolve(code ?? 1)));
}
