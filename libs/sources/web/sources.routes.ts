import type { Routes } from '@angular/router';
import { signedIn } from '@uptake/people/web';
import { withWords } from '@uptake/web/i18n';

/** Documents: the list and the import. The page of one is put together by the web application, with actions of later slices. */
export const sourcesRoutes: Routes = [
  {
    path: 'plans',
    title: 'sources.title',
    resolve: { words: withWords('sources') },
    loadComponent: () => import('./list/source-list').then((file) => file.SourceList),
  },
  {
    path: 'sources/import',
    title: 'sources.import.title',
    resolve: { words: withWords('sources', 'sources-warnings', 'institutions') },
    canActivate: [signedIn],
    loadComponent: () => import('./import/import-page').then((file) => file.ImportPage),
  },
];
