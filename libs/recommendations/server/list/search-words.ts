/** The words in what somebody typed; everything else only parts them. */
export const wordsIn = (typed: string): string[] => typed.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * What somebody typed, as a query of PostgreSQL's text search: every word must occur, the last one may still be unfinished.
 * @returns null where nothing was typed that could be searched for
 */
export function searchWords(typed: string): string | null {
  const words = wordsIn(typed);
  return words.length ? `${words.map((word) => `'${word}'`).join(' & ')}:*` : null;
}
