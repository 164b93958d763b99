import { type EnvironmentProviders, inject, isDevMode, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import type { Slice } from '@uptake/languages';
import { IcuTranspiler } from './icu-transpiler';
import { spokenLanguages } from './language-table';
import { Languages } from './languages';
import { WordsLoader } from './words-loader';

/** @param slices whose words must be there before anything is shown: the shell's and the parts' */
export function provideLanguages(...slices: readonly Slice[]): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: [...spokenLanguages],
        defaultLang: 'en',
        fallbackLang: 'en',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
      },
      loader: WordsLoader,
    }),
    provideTranslocoTranspiler(IcuTranspiler),
    provideAppInitializer(() => inject(Languages).load(...slices)),
  ]);
}
