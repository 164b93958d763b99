/** Abbreviations whose dot ends no sentence, over the languages that the product speaks; lower-case, without the dot. */
const abbreviations = new Set(
  (
    'e.g i.e eg ie cf art no nos nr vol para paras p pp ch fig al approx mr mrs ms dr prof st vs resp min u.s u.n ' +
    'p.ex bv blz sr sra núm pág'
  ).split(' '),
);

const sentenceEnd = /[.!?؟…]["”’»)\]]*(?=\s+["“‘«([]*[\p{Lu}\p{Lo}\d])/gu;

/**
 * Splits text where a sentence ends and the next one begins with a capital, a figure or a letter of a script without capitals.
 * @returns the sentences in order, with their closing signs, trimmed; none is empty
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    const word = /(\S+)$/.exec(text.slice(start, match.index))?.[1]?.replace(/^["“‘«([]+/, '') ?? '';
    const abbreviated = match[0].startsWith('.') && (abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word));
    if (abbreviated) continue;
    sentences.push(text.slice(start, end).trim());
    start = end;
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
}

/** Offsets at which a sentence begins, the first one included. */
export function sentenceStarts(text: string): number[] {
  let from = 0;
  return splitSentences(text).map((sentence) => {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    return start;
  });
}

export const endsSentence = (text: string): boolean => /[.!?؟…]["”’»)\]]*$/u.test(text.trimEnd());

export const startsLowerCase = (text: string): boolean => /^["“‘«([]*\p{Ll}/u.test(text);

/** The words of a text in lower case, for comparing and counting. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
