import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { flatWords } from '@uptake/web/testing';
import { IntlMessageFormat } from 'intl-messageformat';

const root = join(__dirname, '../../..');
const folders = ['apps/web/src', 'libs'];
const slicesOfTheServer = ['mail.', 'problems.', 'sourcesWarnings.'];

/**
 * A key is a string of three words or more that begins with the name of a file of words: `'voting.close.now'`, also in two pieces
 * (`'voting.method.' + method`), in a template literal (`voting.method.${method}`) or through a table.
 */
function keysInSources(slices: readonly string[]): { whole: Set<string>; beginnings: Set<string>; places: Map<string, string> } {
  const key = new RegExp(`['"\`]((?:${slices.join('|')})\\.[A-Za-z0-9_.]*)(\\$\\{)?`, 'g');
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  const places = new Map<string, string>();
  for (const file of folders.flatMap(webFiles)) {
    for (const [, text = '', opening] of readFileSync(join(root, file), 'utf8').matchAll(key)) {
      (opening || text.endsWith('.') ? beginnings : whole).add(text);
      places.set(text, file);
    }
  }
  return { whole, beginnings, places };
}

function webFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /^(apps\/web|libs\/web|libs\/[a-z]+\/web)\//.test(file))
    .filter((file) => /\.(ts|html)$/.test(file) && !/\.spec\.ts$/.test(file));
}

describe('the words on screen', () => {
  const english = flatWords('en');
  const onScreen = [...english.keys()].filter((key) => !slicesOfTheServer.some((slice) => key.startsWith(slice)));
  const slices = [...new Set([...english.keys()].map((key) => key.split('.')[0] as string))];
  const { whole, beginnings, places } = keysInSources(slices);

  it('are there for every key that a template or a component names', () => {
    const missing = [...whole].filter((key) => !english.has(key) && ![...english.keys()].some((known) => known.startsWith(`${key}.`)));
    expect(missing.map((key) => `${key} (${places.get(key)})`)).toEqual([]);
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
