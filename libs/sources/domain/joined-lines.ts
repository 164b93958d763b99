/** How often each word stands in a document; decides whether a hyphen at the end of a line belongs to the word. */
export type WordCounts = ReadonlyMap<string, number>;

export function countWords(texts: Iterable<string>): WordCounts {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const brokenWord = /([\p{L}]+)-$/u;

/**
 * Joins the lines of one text that was wrapped. A word cut at a hyphen is closed up; its hyphen goes only where the document
 * knows the word without it ("imple-/mentation"), and stays otherwise ("pre-/deployment").
 */
export function joinLines(lines: readonly string[], known: WordCounts): string {
  let text = '';
  for (const line of lines.map((part) => part.trim()).filter((part) => part !== '')) {
    const cut = brokenWord.exec(text);
    const rest = /^\p{Ll}+/u.exec(line)?.[0];
    if (!cut || !rest) text = text === '' ? line : /\p{L}\/$/u.test(text) ? text + line : `${text} ${line}`;
    else text = known.has((cut[1] + rest).toLowerCase()) ? text.slice(0, -1) + line : text + line;
  }
  return text;
}

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
