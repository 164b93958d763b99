import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { flatWords } from './all-words';

const root = join(__dirname, '../../..');
const folders = ['apps/web/src', 'libs'];
/** Said by the server alone, in mails and problems. */
const saidElsewhere = ['mail.', 'problems.', 'sourcesWarnings.', 'reminders.mail.'];

/**
 * A key is a string that begins with the name of a file of words: `'voting.close.now'`, also in two pieces (`'voting.method.' + method`) or
 * in a template literal (`voting.method.${method}`). Facts are called alike (`'voting.ballot_closed'`), so a string of two words must be
 * there only where it is said: before a `transloco` pipe or in `say(...)`.
 */
function keysInSources(slices: readonly string[]): { whole: Set<string>; said: Map<string, string>; beginnings: Set<string> } {
  const key = new RegExp(`(say\\()?['"\`]((?:${slices.join('|')})\\.[A-Za-z0-9_.]*)(\\$\\{)?(['"] \\| transloco)?`, 'g');
  const whole = new Set<string>();
  const said = new Map<string, string>();
  const beginnings = new Set<string>();
  for (const file of folders.flatMap(webFiles)) {
    for (const [, inSay, text = '', opening, inPipe] of readFileSync(join(root, file), 'utf8').matchAll(key)) {
      const words = text.split('.').filter(Boolean).length;
      if (opening || text.endsWith('.')) {
        // `'voting.'` alone is how a page picks the facts of a slice.
        if (words > 1 || opening) beginnings.add(text);
        continue;
      }
      whole.add(text);
      if (words > 2 || inSay || inPipe) said.set(text, file);
    }
  }
  return { whole, said, beginnings };
}

function webFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /^(apps\/web|libs\/web|libs\/[a-z]+\/web)\//.test(file))
    .filter((file) => /\.(ts|html)$/.test(file) && !/\.spec\.ts$/.test(file));
}

describe('the words on screen', () => {
  const english = flatWords('en');
  const onScreen = [...english.keys()].filter((key) => !saidElsewhere.some((beginning) => key.startsWith(beginning)));
  const slices = [...new Set([...english.keys()].map((key) => key.split('.')[0] as string))];
  const { whole, said, beginnings } = keysInSources(slices);

  it('are there for every key that a template or a component names', () => {
    const missing = [...said].filter(([key]) => !english.has(key));
    expect(missing.map(([key, file]) => `${key} (${file})`)).toEqual([]);
  });

  it('are there for every key that is put together from pieces', () => {
    const missing = [...beginnings].filter((beginning) => ![...english.keys()].some((key) => key.startsWith(beginning)));
    expect(missing).toEqual([]);
  });

  it('are all used', () => {
    const unused = onScreen.filter((key) => !whole.has(key) && ![...beginnings].some((beginning) => key.startsWith(beginning)));
    expect(unused).toEqual([]);
  });

  it('are messages that can be read', () => {
    const broken = [...english].filter(([, message]) => {
      try {
        return !new IntlMessageFormat(message, 'en');
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });
});
