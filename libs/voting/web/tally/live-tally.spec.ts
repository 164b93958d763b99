import { HttpTestingController } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Stream } from '@uptake/activity/contracts';
import type { Tally } from '@uptake/voting/contracts';
import { type LiveNews, LiveStreams } from '@uptake/web/live';
import { provideTesting } from '@uptake/web/testing';
import { liveTally } from './live-tally';

const BALLOT = '7b1c1a52-0000-4000-8000-000000000001';
const OTHER = '7b1c1a52-0000-4000-8000-000000000002';
const WORKSHOP = '7b1c1a52-0000-4000-8000-000000000003';

@Component({ template: '' })
class Screen {
  readonly ballotId = signal<string | null>(BALLOT);
  readonly tally = liveTally(this.ballotId, () => WORKSHOP);
}

const standing = (voters: number, change: Partial<Tally> = {}): Tally => ({
  ballotId: BALLOT,
  state: 'open',
  electors: 12,
  voters,
  counts: {},
  byConstituency: null,
  ...change,
});

describe('the tally of a ballot on a screen', () => {
  let server: HttpTestingController;
  let screen: Screen;
  let news: LiveNews | undefined;

  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  const answer = async (tally: Tally) => {
    server.expectOne(`/api/v1/ballots/${tally.ballotId}/tally`).flush(tally);
    await settle();
  };

  beforeEach(async () => {
    const streams = { state: signal('live'), join: (_: Stream, listener: LiveNews) => ((news = listener), () => undefined) };
    TestBed.configureTestingModule({ providers: [provideTesting(), { provide: LiveStreams, useValue: streams }] });
    server = TestBed.inject(HttpTestingController);
    screen = TestBed.createComponent(Screen).componentInstance;
    await settle();
  });
  afterEach(() => server.verify());

  it('is read once and then follows what is pushed', async () => {
    await answer(standing(3));
    expect(screen.tally()?.voters).toBe(3);
    news?.onTally?.(standing(4));
    expect(screen.tally()?.voters).toBe(4);
  });

  it('is not put back by an answer that was overtaken on its way', async () => {
    news?.onTally?.(standing(5));
    await answer(standing(3));
    expect(screen.tally()?.voters).toBe(5);
  });

  it('ignores the other ballots of the room', async () => {
    await answer(standing(3));
    news?.onTally?.(standing(9, { ballotId: OTHER }));
    expect(screen.tally()?.voters).toBe(3);
  });

  it('never shows one ballot as another', async () => {
    await answer(standing(3));
    screen.ballotId.set(OTHER);
    await settle();
    expect(screen.tally()).toBeNull();
    await answer(standing(1, { ballotId: OTHER }));
    expect(screen.tally()?.voters).toBe(1);
  });
});
