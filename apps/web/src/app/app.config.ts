import { type ApplicationConfig, ErrorHandler, provideBrowserGlobalErrorListeners } from '@angular/core';
import { TitleStrategy, provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideSession } from '@uptake/people/web';
import { provideApi } from '@uptake/web/http';
import { provideLanguages } from '@uptake/web/i18n';
import { PageTitle } from '@uptake/web/ui';
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
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: ErrorHandler, useExisting: PageErrors },
  ],
};
