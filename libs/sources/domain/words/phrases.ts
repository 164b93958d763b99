const escaped = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/\s+/gu, '\\s+');

/** The longest phrase first, so that "submitted to" is not cut short by "submitted". */
export const alternatives = (phrases: readonly string[]): string =>
  phrases.length === 0
    ? '(?!)'
    : [...phrases]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|');

const patterns = new WeakMap<object, Map<string, RegExp>>();

/** Makes a pattern once for each list of words or vocabulary that it is made from. */
export function patternFrom(words: object, use: string, make: () => RegExp): RegExp {
  const made = patterns.get(words) ?? new Map<string, RegExp>();
  patterns.set(words, made);
  const pattern = made.get(use) ?? make();
  made.set(use, pattern);
  return pattern;
}

/** A pattern that finds any of the phrases as whole words, whatever their case. */
export const anyPhrase = (phrases: readonly string[], flags = 'iu'): RegExp =>
  patternFrom(phrases, flags, () => new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives(phrases)})(?![\\p{L}\\p{N}])`, flags));

export const containsPhrase = (text: string, phrases: readonly string[]): boolean => anyPhrase(phrases).test(text);
