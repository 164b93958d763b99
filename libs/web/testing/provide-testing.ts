import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { type EnvironmentProviders, inject, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { provideRouter, withComponentInputBinding, type Routes } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { apiInterceptor } from '@uptake/web/http';
import { provideLanguages } from '@uptake/web/i18n';
import { allWords } from './all-words';

/**
 * What a page needs to stand in a test: every English word, a router, and an API that the test answers (`HttpTestingController`). Time zone
 * and language are those of a new session: set them on `Locale` where they matter.
 */
export function provideTesting(routes: Routes = []): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideRouter(routes, withComponentInputBinding()),
    provideHttpClient(withInterceptors([apiInterceptor])),
    provideHttpClientTesting(),
    provideLanguages(),
    provideAppInitializer(() => {
      const transloco = inject(TranslocoService);
      transloco.setTranslation({}, 'en');
      for (const [slice, words] of Object.entries(allWords('en'))) transloco.setTranslation({ ...words }, `${slice}/en`);
    }),
  ]);
}
