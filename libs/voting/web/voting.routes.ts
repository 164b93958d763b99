import type { Routes } from '@angular/router';
import { signedIn } from '@uptake/people/web';
import { withWords } from '@uptake/web/i18n';

/** The room on a phone and on the wall, the ballots and their results. */
export const votingRoutes: Routes = [
  {
    path: '',
    resolve: { words: withWords('voting', 'workshops') },
    children: [
      {
        path: 'workshops/:id/room',
        title: 'voting.room.title',
        data: { frame: 'room' },
        loadComponent: () => import('./room/room').then((file) => file.Room),
      },
      {
        path: 'workshops/:id/present',
        title: 'voting.present.title',
        data: { frame: 'room' },
        loadComponent: () => import('./presenter/presenter').then((file) => file.Presenter),
      },
      {
        path: 'workshops/:id/ballots/new',
        title: 'voting.new.title',
        canActivate: [signedIn],
        loadComponent: () => import('./new-ballot/new-ballot').then((file) => file.NewBallot),
      },
      {
        path: 'ballots/:id',
        title: 'voting.ballot.title',
        loadComponent: () => import('./ballot/ballot-page').then((file) => file.BallotPage),
      },
      {
        path: 'ballots/:id/vote',
        title: 'voting.vote.title',
        data: { frame: 'room' },
        loadComponent: () => import('./vote/vote').then((file) => file.Vote),
      },
    ],
  },
];
