import { type EnvironmentProviders, inject, provideAppInitializer } from '@angular/core';
import { Session } from './session';

/** Loads the session before the first page. Without an answer the application starts all the same, and says that nobody answers. */
export function provideSession(): EnvironmentProviders {
  return provideAppInitializer(() => {
    const session = inject(Session);
    return session.load().catch(() => session.unanswered());
  });
}
