/** How often each word stands in a document; decides whether a hyphen at the end of a line belongs to the word. */
export type WordCounts = ReadonlyMap<string, number>;

export function countWords(texts: Iterable<string>): WordCounts {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/**
 * Joins the lines of one text that was wrapped. A word cut at a hyphen is closed up; its hyphen goes only where the document
 * knows the word without it ("imple-/mentation"), and stays otherwise ("pre-/deployment").
 */
export function joinLines(lines: readonly string[], known: WordCounts): string {
  const parts: string[] = [];
  for (const line of lines.map((part) => part.trim()).filter((part) => part !== '')) {
    const before = parts.at(-1);
    if (before === undefined) parts.push(line);
    else if (isCutWord(before, line, known)) parts.splice(-1, 1, before.slice(0, -1), line);
    else if (closesUp(before, line)) parts.push(line);
    else parts.push(' ', line);
  }
  return parts.join('');
}

const lastWord = (line: string): string => /\p{L}+$/u.exec(line.slice(-longestWord))?.[0] ?? '';
const firstWord = (line: string): string => /^\p{Ll}+/u.exec(line)?.[0] ?? '';
const longestWord = 60;

/** Whether a hyphen at the end only cuts a word that the document writes without it elsewhere. */
function isCutWord(before: string, line: string, known: WordCounts): boolean {
  const [left, right] = [before.endsWith('-') ? lastWord(before.slice(0, -1)) : '', firstWord(line)];
  return left !== '' && right !== '' && known.has((left + right).toLowerCase());
}

/** Whether two lines are joined without a space: after a hyphen or a slash within a word. */
const closesUp = (before: string, line: string): boolean =>
  (before.endsWith('-') && lastWord(before.slice(0, -1)) !== '' && firstWord(line) !== '') ||
  (before.endsWith('/') && lastWord(before.slice(0, -1)) !== '');

/** Words after which a hyphen is meant to hang: "pre- and post-conflict". */
const hangingHyphen = new Set(['and', 'or', 'to', 'et', 'ou', 'en', 'of', 'und', 'oder', 'y', 'o', 'e']);

/**
 * Closes words that an earlier wrap left with a space after the hyphen ("gender- related").
 * @returns the text and the pairs [as written, as repaired]
 */
export function closeBrokenWords(text: string): { text: string; repaired: [string, string][] } {
  const repaired: [string, string][] = [];
  const closed = text.replace(/(\p{L}+)- (\p{Ll}+)/gu, (written: string, left: string, right: string) => {
    if (hangingHyphen.has(right)) return written;
    repaired.push([written, `${left}-${right}`]);
    return `${left}-${right}`;
  });
  return { text: closed, repaired };
}
