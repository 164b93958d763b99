const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Turns superscript figures into plain ones; leaves others as they are. */
export const fromSuperscript = (text: string): string =>
  [...text].map((sign) => (superscripts.includes(sign) ? String(superscripts.indexOf(sign)) : sign)).join('');

const figures = '[⁰¹²³⁴-⁹]{1,3}';
const forms = [
  '\\$\\s*\\^\\s*\\{[\\s^{]*([\\d,\\s]+)[\\s}]*\\$', // $^{2}$, $^{^2}$
  '\\^\\{\\s*([\\d,\\s]+)\\}', // ^{9, 10}
  '\\[\\^(\\d{1,3})\\]', // [^2]
  `(${figures}(?:\\s*,\\s*${figures})*)`, // ²
];
/** The space before a mark goes with it, and the one between a mark and the sign that closes the sentence. */
const marks = new RegExp(`\\s*(?:${forms.join('|')})(?:\\s+(?=[.,;!?)]))?`, 'gu');

/** A unit of measurement such as km² carries no footnote. */
const unit = /(?:^|[\s\d])[ckdm]?m$/u;

/**
 * Takes the marks of footnotes out of a text (`rights²`, `analysis ^{9, 10} .`, `$^{2}$`).
 * @param known the marks that a footnote of the document answers to; others stay in the text and are reported as `unanswered`
 */
export function takeFootnoteMarks(text: string, known: ReadonlySet<string>): { text: string; marks: string[]; unanswered: string[] } {
  const taken: string[] = [];
  const unanswered: string[] = [];
  const clean = text.replace(marks, (written: string, ...groups: (string | number | undefined)[]) => {
    const offset = groups.find((group): group is number => typeof group === 'number') ?? 0;
    const isUnit = !/^\s/u.test(written) && unit.test(text.slice(0, offset));
    if (isUnit) return written;
    const list = groups.slice(0, 4).find((group): group is string => typeof group === 'string') ?? '';
    const numbers = fromSuperscript(list)
      .split(',')
      .map((number) => number.trim());
    const answered = numbers.filter((number) => known.has(number));
    unanswered.push(...numbers.filter((number) => !known.has(number)));
    taken.push(...answered);
    return answered.length === numbers.length ? '' : written;
  });
  return { text: clean.trim(), marks: taken, unanswered };
}
