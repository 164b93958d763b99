import { readText, recognise, type Outline } from '@uptake/sources/domain';
import { sourceOf } from './outline-of';

/** What editors and mail programs do to a text without changing what it says. */
const variants: [string, (text: string) => string][] = [
  ['CRLF', (text) => text.replace(/\n/gu, '\r\n')],
  ['a byte order mark', (text) => `\uFEFF${text}`],
  ['no-break spaces', (text) => text.replace(/ (?=\p{Lu})/gu, '\u00A0')],
  ['other bullets', (text) => text.replace(/^- /gmu, '• ')],
  ['spaces at the ends of lines', (text) => text.replace(/$/gmu, '  ')],
  ['empty lines doubled', (text) => text.replace(/\n/gu, '\n\n')],
  ['no empty line before a list', (text) => text.replace(/\n\n- /gu, '\n- ')],
  ['lines wrapped at 80', (text) => text.split('\n').map(wrapped).join('\n')],
];

/** Rows of tables are not wrapped: their tabs hold them together. */
function wrapped(line: string): string {
  if (line.includes('\t')) return line;
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || `${last} ${word}`.length > 80) lines.push(lines.length > 0 && line.startsWith('- ') ? `  ${word}` : word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}

/** Everything but line numbers, which move. */
const withoutLines = (outline: Outline): unknown =>
  JSON.parse(JSON.stringify(outline, (key, value: unknown) => (key === 'line' || key === 'lastLine' ? undefined : value)));

describe.each(['workshop-recommendations.txt', 'national-action-plan.txt', 'institution-profile.txt'])('%s', (file) => {
  const expected = withoutLines(recognise(readText(sourceOf(file))));

  it.each(variants)('is the same with %s', (_what, change) => {
    expect(withoutLines(recognise(readText(change(sourceOf(file)))))).toEqual(expected);
  });
});
