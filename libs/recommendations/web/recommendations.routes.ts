import type { Routes } from '@angular/router';
import { withWords } from '@uptake/web/i18n';

/** The list. The page of one recommendation is put together by the web application, from parts of later slices. */
export const recommendationsRoutes: Routes = [
  {
    path: 'recommendations',
    title: 'recommendations.title',
    resolve: { words: withWords('recommendations') },
    loadComponent: () => import('./list/recommendation-list').then((file) => file.RecommendationList),
  },
];
