import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import { type Slice, words } from '@uptake/languages';
import { spokenOrEnglish } from './language-table';

/** Brings one slice's words in one language: transloco asks for `voting/en`, or for `en`, which holds nothing outside the slices. */
@Injectable()
export class WordsLoader implements TranslocoLoader {
  async getTranslation(path: string): Promise<Translation> {
    const [slice, language] = path.split('/');
    if (!slice || !language) return {};
    return { ...(await words[spokenOrEnglish(language)][slice as Slice]()).default };
  }
}
