import { arabic } from './arabic';
import { dutch } from './dutch';
import { english } from './english';
import { french } from './french';
import { spanish } from './spanish';
import type { DocumentLanguage, Vocabulary } from './vocabulary';

/** One vocabulary a language; a new language is one more file and one more line. */
export const vocabularies: Readonly<Record<DocumentLanguage, Vocabulary>> = {
  en: english,
  fr: french,
  nl: dutch,
  es: spanish,
  ar: arabic,
};
