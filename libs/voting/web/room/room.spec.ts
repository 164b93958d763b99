import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Stream } from '@uptake/activity/contracts';
import type { Ballot, BallotRow } from '@uptake/voting/contracts';
import { type LiveNews, LiveStreams } from '@uptake/web/live';
import { PageView, provideTesting } from '@uptake/web/testing';
import type { Workshop } from '@uptake/workshops/contracts';
import { Room } from './room';

@Component({ template: '<h1>Arrived</h1>' })
class Elsewhere {}

const WORKSHOP = '7b1c1a52-0000-4000-8000-000000000001';
const BALLOT = '7b1c1a52-0000-4000-8000-000000000002';
const workshop: Workshop = {
  id: WORKSHOP,
  kind: 'workshop',
  title: 'Workshop on training',
  rule: 'chatham_house',
  startsOn: '2026-03-12',
  endsOn: '2026-03-13',
  timeZone: 'Europe/Brussels',
  venue: 'Riverside House',
  organisers: [],
  funder: null,
  countries: [],
  considerations: [],
  contributions: [],
  source: null,
  participants: { total: 12, byConstituency: {} },
  joinCode: null,
  revision: 1,
  seat: { participantId: BALLOT, part: 'participant' },
  may: { edit: false, facilitate: false, addParticipants: false },
};
const row: BallotRow = { id: BALLOT, title: 'First round', state: 'open', items: 30, electors: 12, voters: 0 };
const ballot: Ballot = {
  id: BALLOT,
  workshop: { id: WORKSHOP, title: workshop.title, rule: 'chatham_house' },
  title: 'First round',
  method: 'approval',
  state: 'open',
  hiddenUntilClosed: true,
  electors: 12,
  openedAt: '2026-03-12T10:00:00.000Z',
  closedAt: null,
  items: [],
  mine: {},
  revision: 2,
  may: { vote: true, facilitate: false },
  notVoting: null,
};

describe('the room', () => {
  let server: HttpTestingController;
  let page: PageView;
  const listeners = new Set<LiveNews>();

  const draw = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  async function answer(url: string, body: object) {
    server.expectOne(url).flush(body);
    await draw();
  }
  async function open(rows: BallotRow[]) {
    const streams = {
      join: (_: Stream, news: LiveNews) => {
        listeners.add(news);
        return () => listeners.delete(news);
      },
    };
    TestBed.configureTestingModule({
      providers: [
        provideTesting([
          { path: 'workshops/:id/room', component: Room },
          { path: '**', component: Elsewhere },
        ]),
        { provide: LiveStreams, useValue: streams },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create(`/workshops/${WORKSHOP}/room`);
    page = new PageView(harness.fixture);
    await draw();
    await answer(`/api/v1/workshops/${WORKSHOP}`, workshop);
    await answer(`/api/v1/workshops/${WORKSHOP}/ballots`, { items: rows });
  }
  const tell = (type: string) => {
    const fact = { cursor: '1.1', streams: [], type, at: '2026-03-12T10:00:00.000Z', data: { ballotId: BALLOT } };
    listeners.forEach(({ onFact }) => onFact?.(fact));
  };

  it('says what holds in it and that nothing need be done', async () => {
    await open([]);
    expect(page.text).toContain('You are in. The ballot opens here by itself.');
    expect(page.text).toContain('who said it may not be told');
  });

  it('takes whoever may vote along when a ballot opens', async () => {
    await open([]);
    tell('voting.ballot_opened');
    await answer(`/api/v1/ballots/${BALLOT}`, ballot);
    await draw();
    expect(TestBed.inject(Router).url).toBe(`/ballots/${BALLOT}/vote`);
  });

  it('leaves an observer where they are when a ballot opens', async () => {
    await open([]);
    tell('voting.ballot_opened');
    await answer(`/api/v1/ballots/${BALLOT}`, { ...ballot, may: { vote: false, facilitate: false }, notVoting: 'observers_do_not_vote' });
    expect(TestBed.inject(Router).url).toBe(`/workshops/${WORKSHOP}/room`);
  });

  it('offers a ballot that was open already, and takes nobody there by force', async () => {
    await open([row]);
    await answer(`/api/v1/ballots/${BALLOT}`, ballot);
    expect(page.text).toContain('30 recommendations, one at a time.');
    expect(page.control('Vote').getAttribute('href')).toBe(`/ballots/${BALLOT}/vote`);
    expect(TestBed.inject(Router).url).toBe(`/workshops/${WORKSHOP}/room`);
  });

  it('tells a latecomer plainly, and lets them watch', async () => {
    await open([row]);
    await answer(`/api/v1/ballots/${BALLOT}`, { ...ballot, may: { vote: false, facilitate: false }, notVoting: 'joined_after_opening' });
    expect(page.text).toContain('The ballot opened before you joined; you can vote in the next one.');
    expect(page.control('Watch the ballot').getAttribute('href')).toBe(`/ballots/${BALLOT}`);
  });

  it('keeps the results at hand', async () => {
    await open([{ ...row, state: 'closed', voters: 9 }]);
    expect(page.control('First round').getAttribute('href')).toBe(`/ballots/${BALLOT}`);
    expect(page.text).toContain('9 of 12 have voted');
  });
});
