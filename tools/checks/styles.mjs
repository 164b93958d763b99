import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { clone, inClone } from '../start/clone.mjs';

/** The files that may name colours: everything else takes a token. */
const colourRooms = /^libs\/web\/ui\/styles\//;

const rules = [
  {
    name: 'logical-properties',
    says: 'Right-to-left languages need logical properties: margin-inline-start, inset-inline-end, border-inline, text-align: start.',
    pattern:
      /(?<![\w-])((margin|padding)-(left|right)|border-(left|right)(-\w+)*|border-(top|bottom)-(left|right)-radius|(left|right)\s*(?=:)|(text-align|float|clear)\s*:\s*(left|right))(?![\w-])/,
  },
  {
    name: 'no-hex-colour',
    says: 'Colours come from the tokens (var(--...)), so that the dark theme and high contrast hold everywhere.',
    pattern: /#[0-9a-fA-F]{3,8}(?![\w-])(?=[^{]*(;|$))/,
    exempt: colourRooms,
  },
];

/**
 * @param {string} path in the clone, with forward slashes
 * @param {string} text a style sheet, or a component with one inside
 * @returns {{ rule: string, line: number, says: string }[]}
 */
export function complaintsAbout(path, text) {
  const sheet = path.endsWith('.ts') ? inlineStyles(text) : text;
  const lines = withoutComments(sheet).split('\n');
  return rules
    .filter(({ exempt }) => !exempt?.test(path))
    .flatMap(({ name, says, pattern }) => lines.flatMap((line, at) => (pattern.test(line) ? [{ rule: name, line: at + 1, says }] : [])));
}

/** Everything but lines is blanked, so that those that are left keep their number. */
const blank = (text) => text.replace(/[^\n]/g, ' ');

/** The style sheets between backticks in a component's `styles`. */
function inlineStyles(text) {
  return text.replace(/(\bstyles:\s*\[?\s*`)([^`]*)`|[^\n]/g, (_, before, sheet) =>
    sheet === undefined ? ' ' : `${blank(before)}${sheet} `,
  );
}

/** Blanks comments and addresses of files. */
function withoutComments(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/(?<!:)\/\/.*$/gm, blank)
    .replace(/url\([^)]*\)/g, blank);
}

if (process.argv[1] === import.meta.filename) {
  const sheets = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(inClone(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(s?css|ts)$/.test(entry.name) && !entry.name.endsWith('.spec.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.endsWith('.ts') || /\bstyles:/.test(readFileSync(file, 'utf8'))),
  );
  const complaints = sheets.map((sheet) => {
    const path = relative(clone, sheet).replaceAll('\\', '/');
    return complaintsAbout(path, readFileSync(sheet, 'utf8')).map(({ rule, line, says }) => `${path}:${line}  ${rule}: ${says}`);
  });
  const failed = complaints.filter((list) => list.length);
  for (const complaint of failed.flat()) console.log(complaint);
  console.log(`${sheets.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length ? 1 : 0;
}
