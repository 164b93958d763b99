import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideApi } from '@uptake/web/http';
import { provideLanguages } from '@uptake/web/i18n';
import { Gallery } from './gallery';

bootstrapApplication(Gallery, {
  providers: [provideBrowserGlobalErrorListeners(), provideRouter([]), provideApi(), provideLanguages('shell', 'ui')],
}).catch((error: unknown) => console.error(error));
