import { alternatives } from '../words/phrases';
import type { MeetingWords } from '../words/vocabulary';

type ListWords = Pick<MeetingWords, 'and' | 'articles'>;

const withoutArticle = (name: string, { articles }: ListWords): string =>
  name
    .trim()
    .replace(articles.length > 0 ? new RegExp(`^(?:${alternatives(articles)})\\s+`, 'iu') : /^$/u, '')
    .replace(/[\s.:;,]+$/u, '')
    .trim();

/**
 * Splits an enumeration into names without their articles. Commas or semicolons part it, and the last "and"; where each name has its
 * article ("the A and the B") only "and" before an article parts, so that "Women and Peace" stays whole.
 */
export function splitNames(text: string, words: ListWords): string[] {
  const and = alternatives(words.and);
  const article = alternatives(words.articles);
  const pieces = text
    .split(text.includes(';') ? /\s*;\s*/u : /\s*,\s*/u)
    .map((piece) => piece.replace(new RegExp(`^(?:${and})\\s+`, 'iu'), ''));
  const beforeArticle = new RegExp(`\\s+(?:${and})\\s+(?=(?:${article})\\s)`, 'iu');
  const parted = pieces.flatMap((piece, index) => {
    if (words.articles.length > 0 && beforeArticle.test(piece)) return piece.split(beforeArticle);
    return index === pieces.length - 1 && !text.includes(';')
      ? splitAtLastAnd(piece, and, new RegExp(`^(?:${article})\\s`, 'iu'))
      : [piece];
  });
  return parted.map((name) => withoutArticle(name, words)).filter((name) => name !== '');
}

/** A single name that begins with an article and has one "and" in it ("the Ministry of Women and Children") stays whole. */
function splitAtLastAnd(piece: string, and: string, startsWithArticle: RegExp): string[] {
  const last = [...piece.matchAll(new RegExp(`\\s+(?:${and})\\s+(?=\\p{Lu}|\\p{Lo})`, 'giu'))].at(-1);
  if (!last || startsWithArticle.test(piece)) return [piece];
  return [piece.slice(0, last.index), piece.slice(last.index + last[0].length)];
}
