import { type EnvironmentProviders, inject, provideAppInitializer } from '@angular/core';
import { Session } from './session';

/** Loads the session before the first page. Without an answer the application still starts, signed out; each page says what failed. */
export function provideSession(): EnvironmentProviders {
  return provideAppInitializer(() => {
    const session = inject(Session);
    return session.load().catch(() => session.forget());
  });
}
