import { spokenLanguage } from './words';

/** English dates as the world outside America writes them: the screen does the same. */
const TAGS: Record<string, string> = { en: 'en-GB' };

/**
 * A day as a sentence says it: Tuesday 30 June 2026.
 * @param languages a language tag or an Accept-Language header, as for `sentence`
 * @param day a local date, `2026-06-30`
 */
export function dateInWords(languages: string | undefined, day: string): string {
  const language = spokenLanguage(languages);
  const format = new Intl.DateTimeFormat(TAGS[language] ?? language, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
