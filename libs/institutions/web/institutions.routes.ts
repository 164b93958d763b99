import type { Routes } from '@angular/router';
import { signedIn } from '@uptake/people/web';
import { withWords } from '@uptake/web/i18n';

/** The directory, and each institution's own page. */
export const institutionsRoutes: Routes = [
  {
    path: 'institutions',
    resolve: { words: withWords('institutions') },
    children: [
      {
        path: '',
        title: 'institutions.title',
        loadComponent: () => import('./directory/directory').then((file) => file.Directory),
      },
      {
        path: 'new',
        title: 'institutions.edit.new',
        canActivate: [signedIn],
        loadComponent: () => import('./edit/institution-edit').then((file) => file.InstitutionEdit),
      },
      {
        path: ':id',
        title: 'institutions.title',
        loadComponent: () => import('./profile/institution-profile').then((file) => file.InstitutionProfile),
      },
      {
        path: ':id/edit',
        title: 'institutions.edit.title',
        canActivate: [signedIn],
        loadComponent: () => import('./edit/institution-edit').then((file) => file.InstitutionEdit),
      },
    ],
  },
];
