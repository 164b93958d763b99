import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Stream } from '@uptake/activity/contracts';
import { followAll } from './follow-all';
import type { LiveNews } from './live-news';
import { LiveStreams } from './live-streams';

const one: Stream = 'source:7b1c1a52-0000-4000-8000-000000000001';
const other: Stream = 'source:7b1c1a52-0000-4000-8000-000000000002';

/** Hands out the news itself; how they travel is proved in live-streams.spec. */
class Desk {
  readonly followed = new Map<Stream, LiveNews>();

  join(stream: Stream, news: LiveNews): () => void {
    this.followed.set(stream, news);
    return () => this.followed.delete(stream);
  }

  tell(stream: Stream): void {
    this.followed.get(stream)?.onFact?.({ cursor: '1.1', streams: [stream], type: 'x.y', at: '2026-03-12T10:00:00.000Z', data: {} });
  }
}

@Component({ template: '' })
class Page {
  readonly streams = signal<readonly Stream[]>([one, other]);
  reads = 0;

  constructor() {
    followAll(this.streams, () => (this.reads += 1));
  }
}

describe('a page that follows many streams', () => {
  let desk: Desk;
  let fixture: ComponentFixture<Page>;

  beforeEach(async () => {
    desk = new Desk();
    TestBed.configureTestingModule({ providers: [{ provide: LiveStreams, useValue: desk }] });
    fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('reads itself anew once for what happens in several of them together', () => {
    desk.tell(one);
    desk.tell(other);
    jest.advanceTimersByTime(1000);
    expect(fixture.componentInstance.reads).toBe(1);
    desk.tell(other);
    jest.advanceTimersByTime(1000);
    expect(fixture.componentInstance.reads).toBe(2);
  });

  it('leaves what it no longer shows, and everything when it goes', async () => {
    jest.useRealTimers();
    fixture.componentInstance.streams.set([other]);
    await fixture.whenStable();
    expect([...desk.followed.keys()]).toEqual([other]);
    fixture.destroy();
    expect(desk.followed.size).toBe(0);
  });
});
