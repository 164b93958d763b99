import { alternatives, anyPhrase } from '../words/phrases';
import type { MeetingWords } from '../words/vocabulary';

type ListWords = Pick<MeetingWords, 'and' | 'articles' | 'whole'>;

/** Stands in for the spaces of a name that must not be cut. */
const bound = '\uE000';

const withoutArticle = (name: string, { articles }: ListWords): string =>
  name
    .trim()
    .replace(articles.length > 0 ? new RegExp(`^(?:${alternatives(articles)})\\s+`, 'iu') : /^$/u, '')
    .replace(/[\s.:;,]+$/u, '')
    .trim();

/**
 * Splits an enumeration into names without their articles. Commas or semicolons part it, and the last "and"; where each name has its
 * article ("the A and the B") only "and" before an article parts, so that "Women and Peace" stays whole, and so does a single name with an
 * article ("the Ministry of Women and Children").
 */
export function splitNames(list: string, words: ListWords): string[] {
  const text = list.replace(anyPhrase(words.whole, 'giu'), (name) => name.replace(/ /gu, bound));
  const and = alternatives(words.and);
  const article = alternatives(words.articles);
  const leadingAnd = new RegExp(`^(?:${and})\\s+`, 'iu');
  const pieces = text.split(text.includes(';') ? /\s*;\s*/u : /\s*,\s*/u);
  const beforeArticle = new RegExp(`\\s+(?:${and})\\s+(?=(?:${article})\\s)`, 'iu');
  const parted = pieces.flatMap((piece, index) => {
    const name = piece.replace(leadingAnd, '');
    if (words.articles.length > 0 && beforeArticle.test(name)) return name.split(beforeArticle);
    const last = index === pieces.length - 1 && !text.includes(';') && name === piece;
    const single = pieces.length === 1 && new RegExp(`^(?:${article})\\s`, 'iu').test(name);
    return last && !single ? splitAtLastAnd(name, and) : [name];
  });
  return parted.map((name) => withoutArticle(name.replaceAll(bound, ' '), words)).filter((name) => name !== '');
}

function splitAtLastAnd(piece: string, and: string): string[] {
  const last = [...piece.matchAll(new RegExp(`\\s+(?:${and})\\s+(?=\\p{Lu}|\\p{Lo})`, 'giu'))].at(-1);
  return last ? [piece.slice(0, last.index), piece.slice(last.index + last[0].length)] : [piece];
}
