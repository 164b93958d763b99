import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Fact, Stream } from '@uptake/activity/contracts';
import { followLive } from './follow-live';
import type { LiveNews } from './live-news';
import { LiveStreams } from './live-streams';

const first: Stream = 'workshop:7b1c1a52-0000-4000-8000-000000000001';
const second: Stream = 'workshop:7b1c1a52-0000-4000-8000-000000000002';

/** Hands out the news itself; how they travel is proved in live-streams.spec. */
class Desk {
  readonly followed = new Map<Stream, LiveNews>();
  joins = 0;

  join(stream: Stream, news: LiveNews): () => void {
    this.joins += 1;
    this.followed.set(stream, news);
    return () => this.followed.delete(stream);
  }

  tell(type: string): void {
    const fact: Fact = { cursor: '1.1', streams: [...this.followed.keys()], type, at: '2026-03-12T10:00:00.000Z', data: {} };
    for (const { onFact } of this.followed.values()) onFact?.(fact);
  }
}

@Component({ template: '' })
class Page {
  readonly stream = signal<Stream | null>(first);
  /** What a page read, from which it knows its stream; every read gives a new object. */
  readonly answer = signal({});
  readonly reads: string[] = [];

  constructor() {
    followLive(() => (this.answer() ? this.stream() : null), {
      reload: () => this.reads.push('read'),
      when: (fact) => fact.type.startsWith('voting.'),
    });
  }
}

describe('a page that follows a stream', () => {
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

  it('joins once, however often what it read is read again', async () => {
    for (let count = 0; count < 5; count += 1) {
      fixture.componentInstance.answer.set({});
      TestBed.tick();
    }
    expect(desk.joins).toBe(1);
  });

  it('reads itself anew once for many facts at a time', () => {
    for (let count = 0; count < 100; count += 1) desk.tell('voting.vote_cast');
    jest.advanceTimersByTime(49);
    expect(fixture.componentInstance.reads).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(fixture.componentInstance.reads).toEqual(['read']);
    desk.tell('voting.ballot_closed');
    jest.advanceTimersByTime(50);
    expect(fixture.componentInstance.reads).toEqual(['read', 'read']);
  });

  it('lets pass what does not concern it', () => {
    desk.tell('sources.imported');
    jest.advanceTimersByTime(1000);
    expect(fixture.componentInstance.reads).toEqual([]);
  });

  it('follows another stream when it shows another thing, and none once it is gone', () => {
    expect([...desk.followed.keys()]).toEqual([first]);
    fixture.componentInstance.stream.set(second);
    TestBed.tick();
    expect([...desk.followed.keys()]).toEqual([second]);
    desk.tell('voting.vote_cast');
    fixture.destroy();
    jest.advanceTimersByTime(1000);
    expect(desk.followed.size).toBe(0);
    expect(fixture.componentInstance.reads).toEqual([]);
  });
});
