import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '@uptake/languages';

const folder = join(__dirname, '../../languages');

/** Every word of a language as it stands in the files: slice by slice. */
export function allWords(language: string): Record<string, Words> {
  const files = readdirSync(join(folder, language)).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Words]),
  );
}

/** Keys as templates write them, with their messages: `['ui.toast.undo', 'Undo']`. Slices of two words are one word there. */
export function flatWords(language: string): Map<string, string> {
  return new Map(Object.entries(allWords(language)).flatMap(([slice, words]) => flatten(words, inCamelCase(slice))));
}

function flatten(words: Words, prefix: string): [string, string][] {
  return Object.entries(words).flatMap(([name, value]) => {
    const key = `${prefix}.${name}`;
    return typeof value === 'string' ? [[key, value] as [string, string]] : flatten(value, key);
  });
}

function inCamelCase(slice: string): string {
  return slice.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
