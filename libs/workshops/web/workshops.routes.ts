import type { Routes } from '@angular/router';
import { signedIn } from '@uptake/people/web';
import { withWords } from '@uptake/web/i18n';

/** The list, the form and the door. The page of a workshop is composed in the application, because later slices have parts on it. */
export const workshopsRoutes: Routes = [
  {
    path: '',
    resolve: { words: withWords('workshops') },
    children: [
      {
        path: 'workshops',
        title: 'workshops.title',
        loadComponent: () => import('./list/workshop-list').then((file) => file.WorkshopList),
      },
      {
        path: 'workshops/new',
        title: 'workshops.edit.new',
        canActivate: [signedIn],
        loadComponent: () => import('./edit/workshop-edit').then((file) => file.WorkshopEdit),
      },
      {
        path: 'workshops/:id/edit',
        title: 'workshops.edit.change',
        canActivate: [signedIn],
        loadComponent: () => import('./edit/workshop-edit').then((file) => file.WorkshopEdit),
      },
      {
        path: 'join',
        title: 'workshops.join.title',
        data: { frame: 'room' },
        loadComponent: () => import('./join/join').then((file) => file.Join),
      },
      {
        path: 'join/:code',
        title: 'workshops.join.title',
        data: { frame: 'room' },
        loadComponent: () => import('./join/join').then((file) => file.Join),
      },
    ],
  },
];
