import type { Language } from '@uptake/languages';

export interface LanguageEntry {
  /** The language's own name for itself. */
  readonly name: string;
  /** What dates and numbers are formatted with. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Languages that the product is meant to speak. Those without words yet are not offered: see `spokenLanguages`. */
export const languageTable = {
  en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
  fr: { name: 'Français', locale: 'fr', direction: 'ltr' },
  nl: { name: 'Nederlands', locale: 'nl', direction: 'ltr' },
  es: { name: 'Español', locale: 'es', direction: 'ltr' },
  ar: { name: 'العربية', locale: 'ar', direction: 'rtl' },
} as const satisfies Record<string, LanguageEntry>;

export type LanguageCode = keyof typeof languageTable;

export const spokenLanguages: readonly Language[] = ['en'];

/** @returns the language itself where we have words in it, else English */
export function spokenOrEnglish(code: string | null | undefined): Language {
  return spokenLanguages.find((language) => language === code) ?? 'en';
}
