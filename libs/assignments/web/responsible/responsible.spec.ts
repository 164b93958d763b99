import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Assignment } from '@uptake/assignments/contracts';
import { LiveStreams } from '@uptake/web/live';
import { PageView, provideTesting } from '@uptake/web/testing';
import { Toasts } from '@uptake/web/ui';
import { Responsible } from './responsible';

const RECOMMENDATION = '0b8f4a52-7f0e-4a55-8c80-0f6c5a6d7e22';
const nothing = { change: false, respond: false, report: false, claim: false, verify: false };
let ids = 0;
const task = (name: string, more: Partial<Assignment> = {}): Assignment => {
  ids += 1;
  const id = `9f3c1c9e-8f0a-4c53-9d4e-${String(ids).padStart(12, '0')}`;
  return {
    id,
    recommendationId: RECOMMENDATION,
    institution: { id, name, parentName: null },
    part: 'supporting',
    dueOn: '2026-06-30',
    frequency: 'once',
    response: 'accepted',
    responseReason: '',
    respondedAt: null,
    implementation: 'not_started',
    reportedAt: null,
    verification: 'unverified',
    verificationReason: '',
    verificationAt: null,
    overdue: false,
    noUpdateReceived: false,
    revision: 3,
    may: nothing,
    ...more,
  };
};

/** Draws what there is to draw while a request is still without its answer; `settle` would wait for that. */
const draw = async () => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};

@Component({ imports: [Responsible], template: `<ut-responsible [recommendationId]="id" [mayAssign]="true" />` })
class RecommendationPage {
  readonly id = RECOMMENDATION;
}

describe('who is responsible', () => {
  let page: PageView;
  let api: HttpTestingController;
  let follow: { stream: string; onFact?: (fact: { type: string }) => void };

  const path = `/api/v1/recommendations/${RECOMMENDATION}/assignments`;
  const answer = async (...items: Assignment[]) => {
    let [request] = api.match({ method: 'GET', url: path });
    while (!request) {
      await draw();
      [request] = api.match({ method: 'GET', url: path });
    }
    request.flush({ items });
    await page.settle();
  };

  beforeEach(async () => {
    // jsdom knows the element and not its methods.
    HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
      this.open = false;
    };
    const streams = {
      join: (stream: string, news: object) => {
        follow = { stream, ...news };
        return () => undefined;
      },
    };
    TestBed.configureTestingModule({ providers: [provideTesting(), { provide: LiveStreams, useValue: streams }] });
    api = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(RecommendationPage);
    document.body.append(fixture.nativeElement as HTMLElement);
    page = new PageView(fixture);
    await draw();
  });
  afterEach(() => TestBed.inject(Toasts).dismiss());

  it('says where a supporting institution reports otherwise, and averages nothing', async () => {
    const reported = { reportedAt: '2026-06-02T10:00:00Z' };
    await answer(
      task('Ministry of Defence', { part: 'lead', implementation: 'substantially_implemented', ...reported }),
      task('Federal Police', { implementation: 'in_progress', ...reported }),
    );
    expect(page.text).toContain('Federal Police reports in progress where the lead reports substantially implemented.');
  });

  it('tells an institution that never answered from one that is late', async () => {
    await answer(task('Foreign Affairs', { overdue: true, noUpdateReceived: true }), task('Justice', { overdue: true }));
    expect(page.text).toMatch(/Foreign Affairs.*No update received.*Justice.*Not started.*Overdue/);
  });

  it('offers what the reader may do and nothing else', async () => {
    await answer(task('Justice'), task('Police', { may: { ...nothing, respond: true, report: true }, response: 'awaiting' }));
    const actions = page.all('td.acts').map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim());
    expect(actions).toEqual(['', 'Answer (Police) Report (Police)']);
  });

  it('reads anew when an institution reports', async () => {
    await answer();
    expect(follow.stream).toBe(`recommendation:${RECOMMENDATION}`);
    follow.onFact?.({ type: 'progress.reported' });
    await answer(task('Justice', { part: 'lead' }));
    expect(page.text).toContain('Justice');
  });

  it('asks for the reason before it sends an answer that needs one', async () => {
    const duty = task('Police', { may: { ...nothing, respond: true }, response: 'awaiting' });
    await answer(duty);
    await page.press(/^Answer/);
    page.field(/^Not accepted/).click();
    await page.settle();
    await page.press('Send the answer');
    expect(page.text).toContain('Give a reason');
    await page.fill('Reason', 'We lack the staff.');
    page.control('Send the answer').click();
    await draw();
    const sent = api.expectOne({ method: 'PATCH', url: `/api/v1/assignments/${duty.id}` });
    expect(sent.request.body).toEqual({ response: 'not_accepted', responseReason: 'We lack the staff.' });
    expect(sent.request.headers.get('If-Match')).toBe('"3"');
    sent.flush({ ...duty, response: 'not_accepted', responseReason: 'We lack the staff.' });
    await draw();
    await answer(duty);
    expect(TestBed.inject(Toasts).current()?.sentence).toBe('The answer of Police is in.');
  });

  it('offers no second lead, and says who leads', async () => {
    await answer(task('Ministry of Defence', { part: 'lead' }));
    await page.press('Add an institution');
    expect(page.text).toContain('Ministry of Defence leads already.');
    expect(page.all('input[type=radio]').map((radio) => (radio as HTMLInputElement).value)).toEqual(['supporting', 'consulted']);
  });
});
