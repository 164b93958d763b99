import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Draws apps/web/public/icons.svg, one symbol for each name in libs/web/ui/icon/icon-names.ts, from Material Symbols Outlined 400. */
const root = join(import.meta.dirname, '../..');
const list = readFileSync(join(root, 'libs/web/ui/icon/icon-names.ts'), 'utf8');
const names = [...list.matchAll(/^ {2}'([a-z0-9_]+)',$/gm)].map(([, name]) => name);

const symbols = names.map((name) => {
  const drawing = readFileSync(join(root, `node_modules/@material-symbols/svg-400/outlined/${name}.svg`), 'utf8');
  const path = / d="([^"]+)"/.exec(drawing)?.[1];
  if (!path) throw new Error(`${name}: its drawing is not a single path, as this sprite needs`);
  return `<symbol id="${name}" viewBox="0 -960 960 960"><path d="${path}"/></symbol>`;
});

writeFileSync(join(root, 'apps/web/public/icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`);
console.log(`${names.length} icons drawn`);
