import { readFileSync } from 'node:fs';
import { inClone } from '../start/clone.mjs';

// A package may promise a binary for every platform and be locked before all of them were published. Then the lock file names a dependency
// that it does not hold, and `npm ci` refuses it, on this machine or only on somebody else's. This tells before they meet it.
const { packages } = JSON.parse(readFileSync(inClone('package-lock.json'), 'utf8'));
const held = new Set(Object.keys(packages));

const checked = Object.entries(packages).flatMap(([path, { version, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies).map(([name, range]) => ({ of: `${path || 'this workspace'} ${version}`, path, name, range })),
);
const missing = checked.filter(({ path, name }) => !placesFor(path, name).some((place) => held.has(place)));
for (const { of, name, range } of missing) console.log(`${of} asks for ${name} ${range}, which package-lock.json does not hold`);
console.log(`${checked.length - missing.length} passed, ${missing.length} failed`);
process.exitCode = missing.length ? 1 : 0;

/** Where Node would look for a package that is asked for from this place: there, and in every folder above. */
function placesFor(path, name) {
  const folders = path.split('/node_modules/').map((part, at, parts) => parts.slice(0, at + 1).join('/node_modules/'));
  return ['', ...(path ? folders : [])].map((folder) => `${folder ? `${folder}/` : ''}node_modules/${name}`);
}
