import { readFile, stat } from 'node:fs/promises';
import { words } from '@uptake/languages';
import { readText, recognise, type Outline, type OutlineWarning } from '@uptake/sources/domain';
import { IntlMessageFormat } from 'intl-messageformat';

/** Megabytes that a document may have; more than a thousand pages of text. */
const LIMIT_MB = 5;

type Refusal = 'no-file' | 'missing' | 'not-a-file' | 'unreadable' | 'too-large' | 'binary' | 'not-utf8' | 'empty';
type Sentences = Record<string, string | Record<string, string>>;

/** An outline whose warnings also carry their sentence. */
export type PreviewedOutline = Omit<Outline, 'warnings'> & { warnings: (OutlineWarning & { message: string })[] };

/**
 * `uptake preview FILE`: prints the outline of a text file as JSON, or says on stderr why it cannot.
 * @returns the exit code: 0, or 1 where the file cannot be read, 2 where none is named
 */
export async function preview([file]: string[]): Promise<number> {
  const { default: sentences } = await words.en['sources-warnings']();
  if (file === undefined) {
    console.error(say(sentences, 'no-file', {}));
    return 2;
  }
  const source = await readSource(file);
  if ('refusal' in source) {
    console.error(say(sentences, source.refusal, { file, limit: LIMIT_MB, ...source.params }));
    return 1;
  }
  console.log(JSON.stringify(withMessages(recognise(readText(source.text)), sentences), null, 2));
  return 0;
}

/** Adds to each warning its sentence, for a person who reads the JSON. */
export function withMessages(outline: Outline, sentences: Sentences): PreviewedOutline {
  const warnings = outline.warnings.map((warning) => ({ ...warning, message: render(sentences[warning.code], { ...warning }) }));
  return { ...outline, warnings };
}

function say(sentences: Sentences, refusal: Refusal, params: Record<string, string | number>): string {
  const own = sentences['preview'];
  return render(typeof own === 'object' ? own[refusal] : undefined, params);
}

const render = (sentence: string | Record<string, string> | undefined, params: Record<string, string | number>): string =>
  typeof sentence === 'string' ? String(new IntlMessageFormat(sentence, 'en').format(params)) : '';

interface Refused {
  refusal: Refusal;
  params?: Record<string, string | number>;
}

/** Reads a text file, if it is one: there, not larger than the limit, without zero bytes, and UTF-8. */
export async function readSource(file: string): Promise<{ text: string } | Refused> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return { refusal: 'not-a-file' };
    if (found.size > LIMIT_MB * 1024 * 1024) return { refusal: 'too-large', params: { size: (found.size / 1024 / 1024).toFixed(1) } };
    return decode(await readFile(file));
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
    return code === 'ENOENT' ? { refusal: 'missing' } : { refusal: 'unreadable', params: { reason: code } };
  }
}

function decode(bytes: Buffer): { text: string } | Refused {
  if (bytes.includes(0)) return { refusal: 'binary' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { refusal: 'not-utf8' };
  }
  return text.trim() === '' ? { refusal: 'empty' } : { text };
}
