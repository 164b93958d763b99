import { existsSync } from 'node:fs';
import { ensureBuilt } from './build.mjs';
import { inClone } from './clone.mjs';
import { isGoodNode } from './node-version.mjs';
import { asSentence } from './sentence.mjs';

// npm's `prepare`: who installs by hand finds everything built, so that the first `npm start` takes seconds. It never makes an install
// fail: a clone in the middle of a change has to be installable, an install for production brings no build tools, and `npm start` and
// `npm test` build what is missing anyway.
if (isGoodNode(process.versions.node) && existsSync(inClone('node_modules', 'nx')) && existsSync(inClone('apps'))) {
  try {
    await ensureBuilt((line) => console.error(line));
  } catch (error) {
    console.error(`${asSentence(error)} The packages are installed all the same.`);
  }
}
