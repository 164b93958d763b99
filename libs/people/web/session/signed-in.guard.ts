import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Session } from './session';

/** Sends a visitor to sign in and back to where they were going. */
export const signedIn: CanActivateFn = (_, { url }) =>
  inject(Session).signedIn() || inject(Router).createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { next: url } });

/** Keeps those who are signed in away from the page that asks them to. */
export const signedOut: CanActivateFn = () => !inject(Session).signedIn() || inject(Router).createUrlTree(['/']);

/**
 * Where to go after signing in: only ever a path of ours, so that no link can send a person elsewhere.
 * @param next what stood in the address
 */
export function safeNext(next: string | null | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
