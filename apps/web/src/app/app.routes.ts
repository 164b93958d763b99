import type { Routes } from '@angular/router';
import { institutionsRoutes } from '@uptake/institutions/web';
import { peopleRoutes } from '@uptake/people/web';
import { progressRoutes } from '@uptake/progress/web';
import { recommendationsRoutes } from '@uptake/recommendations/web';
import { remindersRoutes } from '@uptake/reminders/web';
import { sourcesRoutes } from '@uptake/sources/web';
import { votingRoutes } from '@uptake/voting/web';
import { withWords } from '@uptake/web/i18n';
import { workshopsRoutes } from '@uptake/workshops/web';
import { NotFound } from './pages/not-found';
import { ProblemPage } from './pages/problem-page';

/**
 * One line a slice: `...peopleRoutes`. The routes are small and come at once, their pages when somebody goes there (`loadComponent`); a
 * lazy import of a slice's entrance would bring all that the slice exports instead. A route may say `data: { frame: 'room' }`: no masthead, for
 * screens that are held in a hand or shown on a wall.
 */
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'home.title',
    resolve: { words: withWords('home') },
    loadComponent: () => import('./pages/home/home').then(({ Home }) => Home),
  },
  ...peopleRoutes,
  ...institutionsRoutes,
  ...sourcesRoutes,
  ...['plans/:id', 'sources/:id'].map((path) => ({
    path,
    title: 'sources.title',
    resolve: { words: withWords('sources', 'assignments') },
    loadComponent: () => import('./pages/source/source').then((file) => file.Source),
  })),
  ...recommendationsRoutes,
  {
    path: 'recommendations/:id',
    title: 'recommendations.page.title',
    resolve: { words: withWords('recommendations', 'voting', 'assignments', 'progress', 'activity') },
    loadComponent: () => import('./pages/recommendation/recommendation-page').then((file) => file.RecommendationPage),
  },
  ...workshopsRoutes,
  ...votingRoutes,
  {
    path: 'workshops/:id',
    title: 'workshops.title',
    resolve: { words: withWords('workshops', 'voting', 'recommendations') },
    loadComponent: () => import('./pages/workshop/workshop-page').then((file) => file.WorkshopPage),
  },
  ...progressRoutes,
  ...remindersRoutes,
  { path: 'problem', title: 'shell.problem.title', component: ProblemPage },
  { path: '**', title: 'shell.notFound.title', component: NotFound },
];
