import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText, recognise, type Outline, type OutlineWarning } from '@uptake/sources/domain';

/** The real documents are not part of the repository: their folder is named by `UPTAKE_INPUTS`, and without it these tests fail. */
export function sourceOf(file: string): string {
  const folder = process.env['UPTAKE_INPUTS'];
  if (!folder) throw new Error('Set UPTAKE_INPUTS to the folder with the real documents.');
  return readFileSync(join(folder, file), 'utf8');
}

export const outlineOf = (file: string): Outline => recognise(readText(sourceOf(file)));

/** Stands for a text that must not be copied here: the first 12 signs of its SHA-256, white space made single. */
export const fingerprint = (text: string): string =>
  createHash('sha256').update(text.replace(/\s+/gu, ' ').trim()).digest('hex').slice(0, 12);

export const warningsOf = <Code extends OutlineWarning['code']>(outline: Outline, code: Code): Extract<OutlineWarning, { code: Code }>[] =>
  outline.warnings.filter((warning): warning is Extract<OutlineWarning, { code: Code }> => warning.code === code);
