import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, type Slice, type Words, words } from '@uptake/languages';

type Params = Record<string, string | number | Date>;

const FALLBACK: Language = 'en';
const SPOKEN: Slice[] = ['problems', 'mail', 'reminders', 'assignments'];
const loaded = new Map<string, Words>();
const formats = new Map<string, IntlMessageFormat>();

/** Loads what the server says, in mails and problems, once at start. */
export async function loadWords(): Promise<void> {
  for (const language of Object.keys(words) as Language[]) {
    for (const slice of SPOKEN) loaded.set(`${language}/${slice}`, (await words[language][slice]()).default);
  }
}

/**
 * One sentence in the reader's language.
 * @param languages a language tag or an Accept-Language header
 * @param key `<slice>.<path>`, as in the language files
 * @throws when no language has the key: a word is missing, which a test should have found
 */
export function sentence(languages: string | undefined, key: string, params: Params = {}): string {
  const language = spokenLanguage(languages);
  const id = `${language}/${key}`;
  let format = formats.get(id);
  if (!format) {
    format = new IntlMessageFormat(messageOf(language, key) ?? messageOf(FALLBACK, key) ?? missing(key), language);
    formats.set(id, format);
  }
  return String(format.format(params));
}

/** The language that a reader with these languages is answered in; dates in a sentence follow it. */
export function spokenLanguage(languages = ''): Language {
  const wanted = languages.split(',').map((entry) => entry.trim().slice(0, 2).toLowerCase());
  return (wanted.find((language) => language in words) as Language | undefined) ?? FALLBACK;
}

function messageOf(language: Language, key: string): string | undefined {
  const [slice, ...path] = key.split('.');
  let node: Words | string | undefined = loaded.get(`${language}/${slice}`);
  for (const step of path) node = typeof node === 'object' ? node[step] : undefined;
  return typeof node === 'string' ? node : undefined;
}

function missing(key: string): never {
  throw new Error(`No words for ${key}`);
}
