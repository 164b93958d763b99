import type { Routes } from '@angular/router';
import { signedIn } from '@uptake/people/web';
import { withWords } from '@uptake/web/i18n';

/** What goes out next and what went out, for those who run a source: `/reminders?source=`. */
export const remindersRoutes: Routes = [
  {
    path: 'reminders',
    title: 'reminders.title',
    canActivate: [signedIn],
    resolve: { words: withWords('reminders') },
    loadComponent: () => import('./reminders').then((file) => file.Reminders),
  },
];
