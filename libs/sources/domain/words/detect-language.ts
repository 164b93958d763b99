import { wordsOf } from '../sentences';
import { vocabularies } from './vocabularies';
import type { DocumentLanguage } from './vocabulary';

/** Reading more of a document than this tells nothing new about its language. */
const sample = 4000;

/**
 * The language whose small words are the most frequent in the texts.
 * @returns `en` where no language is found, with `certain` false
 */
export function detectLanguage(texts: readonly string[]): { language: DocumentLanguage; certain: boolean } {
  const words = texts.flatMap(wordsOf).slice(0, sample);
  let best: { language: DocumentLanguage; hits: number } = { language: 'en', hits: 0 };
  for (const { language, stopWords } of Object.values(vocabularies)) {
    const frequent = new Set(stopWords);
    const hits = words.filter((word) => frequent.has(word)).length;
    if (hits > best.hits) best = { language, hits };
  }
  return { language: best.language, certain: best.hits > words.length * 0.05 };
}
