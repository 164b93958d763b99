import type { Routes } from '@angular/router';
import { signedIn } from '@uptake/people/web';
import { withWords } from '@uptake/web/i18n';

const reportPage = {
  title: 'progress.report.title',
  resolve: { words: withWords('progress') },
  loadComponent: () => import('./report/report-page').then((file) => file.ReportPage),
};

/** The form of a report: for those who signed in, and by the link of a reminder. */
export const progressRoutes: Routes = [
  { path: 'assignments/:id/report', canActivate: [signedIn], ...reportPage },
  { path: 'report/:token', ...reportPage },
];
