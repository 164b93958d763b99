import { closeBrokenWords, joinLines } from '../joined-lines';
import type { SectionDraft } from './drafts';
import type { Finishing } from './finish-item';
import { dropRepeatedLines } from './repeated-lines';

const numberedTitle = /^(?:\p{L}+\s+)?(\d{1,3}(?:\.\d{1,3})*)[.):]?\s+(?=\p{Lu}|\p{Lo})(.+)$/u;

/** Joins the lines of a section's title. Its code is the group of its items' codes, or else the number that the title begins with. */
export function finishTitle(
  { lines, group, line }: SectionDraft,
  { document }: Finishing,
): { title: string; code?: string; footnotes: string[] } {
  const { lines: kept, findings } = dropRepeatedLines(lines, document.known);
  for (const found of findings) {
    if (found.kind === 'repeated') document.warn({ code: 'repeated-line', line: found.line, dropped: found.dropped, kept: found.kept });
    else document.warn({ code: 'similar-lines', line: found.line, first: found.first, second: found.second });
  }
  const joined = joinLines(
    kept.map(({ text }) => text.replace(/\n/gu, ' ')),
    document.known,
  );
  const answered = document.footnotes.answer(joined, line);
  for (const mark of answered.unanswered) document.warn({ code: 'footnote-missing', line, mark, item: group ?? '' });
  const { text, repaired } = closeBrokenWords(answered.text);
  for (const [written, closed] of repaired) document.warn({ code: 'word-closed', line, written, repaired: closed });
  if (group !== undefined) return { title: text, code: group, footnotes: answered.footnotes };
  const number = numberedTitle.exec(text);
  if (!number?.[1] || !number[2]) return { title: text, footnotes: answered.footnotes };
  return { title: number[2], code: number[1], footnotes: answered.footnotes };
}
