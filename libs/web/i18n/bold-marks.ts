/**
 * `<b>...</b>` in a message comes out between these two private-use characters, and `<ut-sentence>` turns them into bold text. No markup
 * passes through, so a value inside a sentence can never become an element.
 */
export const boldStart = '\uE000';
export const boldEnd = '\uE001';

export interface SentencePart {
  readonly text: string;
  readonly bold: boolean;
}

export function sentenceParts(sentence: string): SentencePart[] {
  return sentence
    .split(boldStart)
    .flatMap((piece, index) => {
      const [inside = '', outside] = index === 0 ? ['', piece] : piece.split(boldEnd);
      return [
        { text: inside, bold: true },
        { text: outside ?? '', bold: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
