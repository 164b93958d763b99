import type { Routes } from '@angular/router';
import { withWords } from '@uptake/web/i18n';
import { signedIn, signedOut } from './session/signed-in.guard';

/** Signing in and the person's own page. */
export const peopleRoutes: Routes = [
  {
    path: '',
    resolve: { words: withWords('people') },
    children: [
      {
        path: 'sign-in',
        title: 'people.signIn.title',
        loadComponent: () => import('./sign-in/sign-in').then((file) => file.SignIn),
        canActivate: [signedOut],
      },
      {
        path: 'sign-in/:token',
        title: 'people.link.title',
        loadComponent: () => import('./sign-in/sign-in-link').then((file) => file.SignInLink),
      },
      {
        path: 'account',
        title: 'people.account.title',
        loadComponent: () => import('./account/account').then((file) => file.Account),
        canActivate: [signedIn],
      },
    ],
  },
];
