import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Recommendation } from '@uptake/recommendations/contracts';
import { LiveStreams } from '@uptake/web/live';
import { PageView, provideTesting } from '@uptake/web/testing';
import { Toasts } from '@uptake/web/ui';
import { RecommendationPage } from './recommendation-page';

const id = '7b1c1a52-0000-4000-8000-000000000001';
const uuid = (last: number) => `7b1c1a52-0000-4000-8000-${String(last).padStart(12, '0')}`;
const given: Recommendation = {
  id,
  reference: 'FG2-07',
  code: '13.b',
  text: 'Make the course compulsory for every officer.',
  originalText: 'Make the course compulsory for all staff.',
  edits: [
    {
      before: 'Make the course compulsory for all staff.',
      after: 'Make the course compulsory for every officer.',
      reason: 'The group asked for it.',
      at: '2026-03-12T10:00:00Z',
    },
  ],
  lifecycle: 'adopted',
  decidedAt: '2026-05-28T09:00:00Z',
  sections: [{ level: 'Goal', code: '13', title: 'Training before deployment' }],
  source: { id: uuid(2), title: 'Third plan', kind: 'workshop', itemName: 'Recommendation', visibility: 'public', timeZone: 'UTC' },
  workshop: { id: uuid(3), title: 'Focus group', startsOn: '2026-03-12', venue: 'Riverside House', rule: 'chatham_house' },
  lines: { from: 40, to: 42 },
  position: { index: 2, of: 71 },
  topics: ['Training'],
  footnotes: [],
  instruments: [{ id: uuid(4), title: 'Share of officers who completed it' }],
  named: [{ id: uuid(5), name: 'Ministry of Defence', coordinating: true }],
  mergedInto: null,
  revision: 3,
  may: { edit: true, adopt: false, assign: true, withdraw: true, restore: false },
};

describe('the page of a recommendation', () => {
  let server: HttpTestingController;
  let page: PageView;

  /** Answers whatever the page and its parts ask for, until it rests. */
  async function answerAll(recommendation: Recommendation | null) {
    for (let quiet = 0; quiet < 5; quiet += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      for (const request of server.match(({ method }) => method === 'GET')) {
        quiet = 0;
        answer(request, recommendation);
      }
    }
  }

  function answer(request: TestRequest, recommendation: Recommendation | null) {
    if (!request.request.url.endsWith(id)) request.flush({ items: [], cursor: '0.0', more: false });
    else if (recommendation) request.flush(recommendation);
    else request.flush({ type: '', title: 'Not Found', status: 404, code: 'not_found' }, { status: 404, statusText: 'Not Found' });
  }

  async function open(recommendation: Recommendation | null) {
    TestBed.configureTestingModule({
      providers: [
        provideTesting([{ path: 'recommendations/:id', component: RecommendationPage }]),
        { provide: LiveStreams, useValue: { join: () => () => undefined } },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create();
    page = new PageView(harness.fixture);
    const arrived = harness.navigateByUrl(`/recommendations/${id}`);
    await answerAll(recommendation);
    await arrived;
    await page.settle();
  }

  it('says where it was made, under which rule, and what became of its words', async () => {
    await open(given);
    expect(page.text).toContain(
      'Made in “Focus group”, Riverside House, 12 March 2026, under the Chatham House rule, so no author is kept.',
    );
    expect(page.text).toContain('Lines 40 to 42 of the document.');
    expect(page.text).toContain('Edited once: “all staff” became “every officer”.');
    expect(page.text).toContain('Share of officers who completed it');
    expect(page.text).toContain('Nobody leads it yet');
  });

  it('shows the original and every edit when asked', async () => {
    await open(given);
    expect(page.text).not.toContain(given.originalText);
    await page.press('See the original text');
    expect(page.text).toContain(given.originalText);
    expect(page.text).toContain('The group asked for it.');
  });

  it('withdraws at once and takes it back by a toast', async () => {
    await open(given);
    page.control('Withdraw').click();
    const withdrawal = server.expectOne({ method: 'POST', url: `/api/v1/recommendations/${id}/withdrawal` });
    withdrawal.flush({ ...given, lifecycle: 'withdrawn' });
    await answerAll({ ...given, lifecycle: 'withdrawn' });
    const toasts = TestBed.inject(Toasts);
    expect(toasts.current()?.sentence).toBe('Withdrawn.');
    toasts.undo();
    server.expectOne({ method: 'DELETE', url: `/api/v1/recommendations/${id}/withdrawal` }).flush(null);
    await answerAll(given);
    await page.settle();
    expect(page.text).toContain('Adopted');
  });

  it('says so where there is none, with a way back to the list', async () => {
    await open(null);
    expect(page.text).toContain('This recommendation is not here, or it is not open to you.');
    expect(TestBed.inject(Router).url).toBe(`/recommendations/${id}`);
    expect(page.control('See all recommendations').getAttribute('href')).toBe('/recommendations');
  });
});
