import type { WordCounts } from '../joined-lines';
import { wordsOf } from '../sentences';

export interface CellLine {
  text: string;
  line: number;
}

export type LineFinding =
  { kind: 'repeated'; line: number; dropped: string; kept: string } | { kind: 'similar'; line: number; first: string; second: string };

/** Shorter lines repeat by chance. */
const shortest = 12;
/** Longer ones are no lines of a wrapped cell, and comparing them sign by sign takes too long. */
const longest = 400;
/** Share of signs that may differ between a line and a damaged copy of it; measured on scans, where two words in three are hit. */
const damage = 0.15;
/** Share of letters that may differ between a word and its misspelling. */
const closeness = 0.4;

/**
 * Drops lines that a damaged document holds twice: the same line again, or nearly the same with a word that stands nowhere else.
 * Of two versions the one whose words the document knows better stays.
 */
export function dropRepeatedLines(lines: readonly CellLine[], known: WordCounts): { lines: CellLine[]; findings: LineFinding[] } {
  const kept: CellLine[] = [];
  const findings: LineFinding[] = [];
  for (const current of lines) {
    const before = kept.at(-1);
    const copy = before ? compareLines(before.text, current.text, known) : 'different';
    if (!before || copy === 'different') {
      kept.push(current);
    } else if (copy === 'similar') {
      findings.push({ kind: 'similar', line: current.line, first: before.text, second: current.text });
      kept.push(current);
    } else {
      const [stays, goes] = copy === 'first' ? [before, current] : [current, before];
      findings.push({ kind: 'repeated', line: goes.line, dropped: goes.text, kept: stays.text });
      kept[kept.length - 1] = stays;
    }
  }
  return { lines: kept, findings };
}

/** Which of two lines to keep, if one is a copy of the other or of its beginning. */
function compareLines(first: string, second: string, known: WordCounts): 'different' | 'similar' | 'first' | 'second' {
  const length = Math.min(first.length, second.length);
  if (length < shortest) return 'different';
  if (first.toLowerCase() === second.toLowerCase()) return 'first';
  if (length > longest) return 'different';
  const [a, b] = [first.slice(0, length).toLowerCase(), second.slice(0, length).toLowerCase()];
  if (editDistance(a, b) > length * damage) return 'different';
  if (!isMisspelling(first, second, known) && !isMisspelling(second, first, known))
    return first.length === second.length ? 'similar' : 'different';
  return familiarity(first, second, known) >= familiarity(second, first, known) ? 'first' : 'second';
}

const ownWords = (text: string, other: string): string[] => {
  const others = new Set(wordsOf(other));
  return wordsOf(text).filter((word) => !others.has(word));
};

/** Whether a line has a word that stands nowhere else and is close to a word that only the other line has. */
function isMisspelling(text: string, other: string, known: WordCounts): boolean {
  const rare = ownWords(text, other).filter((word) => (known.get(word) ?? 0) <= 1 && /\p{L}/u.test(word));
  const right = ownWords(other, text);
  return rare.some((word) => right.some((candidate) => editDistance(word, candidate) <= word.length * closeness));
}

/** How well the document knows the words that only this line has. */
function familiarity(text: string, other: string, known: WordCounts): number {
  const own = ownWords(text, other);
  return own.reduce((sum, word) => sum + Math.log(known.get(word) ?? 1), 0) / Math.max(1, own.length);
}

/** Number of signs to change, add or take away (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
