import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Stream } from '@uptake/activity/contracts';
import type { RecommendationPage, RecommendationRow } from '@uptake/recommendations/contracts';
import { type LiveNews, LiveStreams } from '@uptake/web/live';
import { PageView, provideTesting } from '@uptake/web/testing';
import { recommendationsRoutes } from '../recommendations.routes';

@Component({ template: '<h1>Arrived</h1>' })
class Elsewhere {}

const uuid = (last: number) => `7b1c1a52-0000-4000-8000-${String(last).padStart(12, '0')}`;
const row = (number: number, change: Partial<RecommendationRow> = {}): RecommendationRow => ({
  id: uuid(number),
  reference: `13.${number}`,
  code: `13.${number}`,
  text: `Train officers, part ${number}.`,
  source: { id: uuid(900), title: 'Third plan', kind: 'plan' },
  section: null,
  topics: ['Training'],
  lifecycle: 'adopted',
  votes: { agree: 24, disagree: 6, pass: 5 },
  lead: { id: uuid(800), name: 'Ministry of Defence' },
  supporting: 0,
  status: 'in_progress',
  dueOn: null,
  ...change,
});
const facets: RecommendationPage['facets'] = {
  status: [
    { value: 'overdue', label: 'overdue', count: 7 },
    { value: 'returned', label: 'returned', count: 3 },
  ],
  topic: [{ value: 'Training', label: 'Training', count: 16 }],
  institution: [],
  source: [],
};
const pageOf = (items: RecommendationRow[], change: Partial<RecommendationPage> = {}): RecommendationPage => ({
  items,
  cursor: null,
  total: items.length,
  facets,
  ...change,
});

/** Hands out the news itself; how they travel is proved beside the socket client. */
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

describe('the list of recommendations', () => {
  let server: HttpTestingController;
  let page: PageView;
  const desk = new Desk();

  async function open(url: string) {
    TestBed.configureTestingModule({
      providers: [
        provideTesting([...recommendationsRoutes, { path: '**', component: Elsewhere }]),
        { provide: LiveStreams, useValue: desk },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create(url);
    page = new PageView(harness.fixture);
    document.body.append(page.element);
    await page.settle();
  }
  const asked = (): TestRequest => server.expectOne(({ url }) => url.startsWith('/api/v1/recommendations'));
  const address = () => decodeURIComponent(TestBed.inject(Router).url);
  const query = ({ request }: TestRequest) => new URLSearchParams(request.url.split('?')[1]);
  async function answer(answered: RecommendationPage): Promise<URLSearchParams> {
    const request = asked();
    request.flush(answered);
    await page.settle();
    return query(request);
  }
  const press = (key: string, at: Element = document.body) =>
    at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  beforeEach(() => {
    TestBed.resetTestingModule();
    document.body.replaceChildren();
  });

  it('asks for what its address says', async () => {
    await open('/recommendations?topic=Training&topic=Protection&status=overdue&q=course&sort=-votes');
    const sent = await answer(pageOf([row(1)]));
    expect(sent.getAll('topic')).toEqual(['Training', 'Protection']);
    expect([sent.get('status'), sent.get('q'), sent.get('sort')]).toEqual(['overdue', 'course', '-votes']);
    expect(page.text).toContain('1 recommendation');
    expect(page.text).toContain('Ministry of Defence');
  });

  it('says what waits, unless somebody looks at one status alone', async () => {
    await open('/recommendations');
    await answer(pageOf([row(1)]));
    expect(page.text).toContain('7 overdue, 3 returned');
    await TestBed.inject(Router).navigateByUrl('/recommendations?status=overdue');
    await page.settle();
    await answer(pageOf([row(1)]));
    expect(page.text).not.toContain('7 overdue, 3 returned');
  });

  it('puts a chosen filter into the address and takes it off again', async () => {
    await open('/recommendations');
    await answer(pageOf([row(1)]));
    page.field(/^Training/).click();
    await page.settle();
    expect(address()).toBe('/recommendations?topic=Training');
    await answer(pageOf([row(1)]));
    await page.press(/^Training.*Remove filter/);
    expect(address()).toBe('/recommendations');
    await answer(pageOf([row(1), row(2)]));
    expect(page.text).toContain('2 recommendations');
  });

  it('shows more without losing what is there', async () => {
    await open('/recommendations');
    const fifty = Array.from({ length: 50 }, (_, index) => row(index + 1));
    await answer(pageOf(fifty, { cursor: 'next', total: 51 }));
    await page.press('Show more');
    const sent = await answer(pageOf([row(51)], { total: 51 }));
    expect(sent.get('cursor')).toBe('next');
    expect(page.text).toContain('part 1.');
    expect(page.text).toContain('part 51.');
    expect(page.text).toContain('51 of 51');
  });

  it('reads itself anew when something happens in a source on screen', async () => {
    await open('/recommendations');
    await answer(pageOf([row(1)]));
    desk.tell(`source:${uuid(900)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await answer(pageOf([row(1, { status: 'verified' })]));
    expect(page.text).toContain('Verified');
  });

  it('moves by j and k from title to title, and to the search by a slash', async () => {
    await open('/recommendations');
    await answer(pageOf([row(1), row(2)]));
    const focused = () => document.activeElement?.textContent?.trim();
    press('j');
    expect(focused()).toBe('Train officers, part 1.');
    press('j');
    press('j');
    expect(focused()).toBe('Train officers, part 2.');
    press('k');
    expect(focused()).toBe('Train officers, part 1.');
    press('/');
    expect((document.activeElement as HTMLInputElement).type).toBe('search');
    press('j', document.activeElement as Element);
    expect((document.activeElement as HTMLInputElement).type).toBe('search');
  });

  it('says so where nothing fits, and leads back to everything', async () => {
    await open('/recommendations?q=xylophone');
    await answer(pageOf([]));
    expect(page.text).toContain('No recommendation has “xylophone” in its text or reference.');
    await page.press('Show all');
    expect(address()).toBe('/recommendations');
  });

  it('says what went wrong and tries again', async () => {
    await open('/recommendations');
    asked().flush(null, { status: 503, statusText: 'Unavailable' });
    await page.settle();
    await page.press('Try again');
    await answer(pageOf([row(1)]));
    expect(page.text).toContain('1 recommendation');
  });
});
