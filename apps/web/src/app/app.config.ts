import {
  type ApplicationConfig,
  ErrorHandler,
  inject,
  provideBrowserGlobalErrorListeners,
  provideEnvironmentInitializer,
} from '@angular/core';
import { TitleStrategy, provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideSession } from '@uptake/people/web';
import { provideApi } from '@uptake/web/http';
import { provideLanguages } from '@uptake/web/i18n';
import { IconSprite, PageTitle } from '@uptake/web/ui';
import { routes } from './app.routes';
import { PageErrors } from './shell/page-errors';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideApi(),
    provideLanguages('shell', 'ui'),
    provideSession(),
    provideEnvironmentInitializer(() => void inject(IconSprite).bring()),
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: ErrorHandler, useExisting: PageErrors },
  ],
};
