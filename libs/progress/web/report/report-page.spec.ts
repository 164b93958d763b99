import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ReportForm, ReportedUpdate } from '@uptake/progress/contracts';
import { PageView, provideTesting } from '@uptake/web/testing';
import { ReportPage } from './report-page';

const ASSIGNMENT = '9f3c1c9e-8f0a-4c53-9d4e-2f0f5a1b7c11';
const facts: ReportForm = {
  assignmentId: ASSIGNMENT,
  recommendation: {
    id: '0b8f4a52-7f0e-4a55-8c80-0f6c5a6d7e22',
    reference: '13.b',
    text: 'Train every officer.',
    sourceTitle: 'Second plan',
  },
  institution: { id: '1e3e9b06-b458-4f72-99a2-a9f879c4d2b3', name: 'Federal Police' },
  part: 'lead',
  dueOn: '2026-06-30',
  current: 'in_progress',
  choices: ['not_started', 'in_progress', 'implemented', 'blocked'],
  returnedBecause: null,
  previous: {
    done: 'A first course was held.',
    obstacles: 'No trainers.',
    nextStep: 'Hire two.',
    evidence: [],
    at: '2026-03-02T10:00:00Z',
  },
  reporter: null,
};
const update: ReportedUpdate = {
  id: '6f3c1c9e-8f0a-4c53-9d4e-2f0f5a1b7c11',
  assignmentId: ASSIGNMENT,
  recommendationId: facts.recommendation.id,
  institution: facts.institution,
  part: 'lead',
  implementation: 'implemented',
  done: 'Every officer was trained.',
  obstacles: '',
  nextStep: '',
  evidence: [],
  at: '2026-06-20T10:00:00Z',
  nextDueOn: '2026-09-30',
};

/** Draws what there is to draw while a request is still without its answer; `settle` would wait for that. */
const draw = async () => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};

describe('a report', () => {
  let api: HttpTestingController;
  const updates = `/api/v1/assignments/${ASSIGNMENT}/updates`;

  const open = async (given: Partial<ReportForm> = {}, address: { id?: string; token?: string } = { id: ASSIGNMENT }) => {
    const fixture = TestBed.createComponent(ReportPage);
    for (const [name, value] of Object.entries(address)) fixture.componentRef.setInput(name, value);
    const page = new PageView(fixture);
    await draw();
    const url = address.token ? `/api/v1/report-links/${address.token}` : `/api/v1/assignments/${ASSIGNMENT}/report-form`;
    api.expectOne(url).flush({ ...facts, ...given });
    await page.settle();
    return page;
  };
  const claim = async (page: PageView) => {
    page.field(/^Implemented/).click();
    await page.settle();
    await page.fill('What was done', 'Every officer was trained.');
  };
  const send = async (page: PageView) => {
    page.control('Send the report').click();
    await draw();
  };
  const addLink = async (page: PageView) => {
    await page.press('Add a link');
    await page.fill('What the link shows', 'Order of service');
    await page.fill('Address', 'https://police.example/order');
  };

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    api = TestBed.inject(HttpTestingController);
  });

  it('begins from the status before, with the last report beside it', async () => {
    const page = await open();
    expect(page.field(/^In progress/).checked).toBe(true);
    expect(page.text).toContain('You reported on 2 March 2026 A first course was held.');
    expect(page.field('What was done').value).toBe('');
    expect(page.field(/^What stands in the way/).value).toBe('No trainers.');
  });

  it('comes back whole after a return, with the reason', async () => {
    const order = { id: update.id, kind: 'link' as const, title: 'Order of service', url: 'https://police.example/order', figure: null };
    const previous = { done: 'A first course was held.', obstacles: '', nextStep: '', evidence: [order], at: '2026-03-02T10:00:00Z' };
    const page = await open({ returnedBecause: 'Which order?', previous });
    expect(page.field('Address').value).toBe('https://police.example/order');
    expect(page.text).toContain('Which order?');
    expect(page.field('What was done').value).toBe('A first course was held.');
  });

  it('says that a claim needs evidence before anything is sent', async () => {
    const page = await open();
    await claim(page);
    expect(page.text).toContain('To report it as implemented, add at least one link or figure that shows it.');
    await send(page);
    api.expectNone(updates);
    expect(page.all('[role=alert]').map(({ textContent }) => textContent?.trim())).toEqual([
      'To report it as implemented, add at least one link or figure that shows it.',
    ]);
  });

  it('is sent with its evidence, and then says what happens next', async () => {
    const page = await open();
    await claim(page);
    await addLink(page);
    await send(page);
    const sent = api.expectOne({ method: 'POST', url: updates });
    expect(sent.request.body).toEqual({
      implementation: 'implemented',
      done: 'Every officer was trained.',
      obstacles: 'No trainers.',
      nextStep: '',
      evidence: [{ kind: 'link', title: 'Order of service', url: 'https://police.example/order' }],
    });
    sent.flush(update);
    await page.settle();
    expect(page.text).toContain('Federal Police now reports: Implemented (claimed)');
    expect(page.text).toContain('Your next report is due on 30 September 2026.');
  });

  it('refuses an address that is no web address, at its field', async () => {
    const page = await open();
    await claim(page);
    await page.press('Add a link');
    await page.fill('What the link shows', 'Order of service');
    await page.fill('Address', 'javascript:alert(1)');
    await send(page);
    api.expectNone(updates);
    expect(page.field('Address').getAttribute('aria-invalid')).toBe('true');
  });

  it('counts words and refuses too many', async () => {
    const page = await open();
    await page.fill('What was done', 'word '.repeat(201));
    expect(page.text).toContain('201 of 200 words');
    await send(page);
    api.expectNone(updates);
  });

  it('loses nothing when the network does not answer, and is sent again as the same report', async () => {
    const page = await open();
    await page.fill('What was done', 'A second course was held.');
    await send(page);
    const first = api.expectOne({ method: 'POST', url: updates });
    first.error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text).toContain('Nothing is lost');
    await send(page);
    const second = api.expectOne({ method: 'POST', url: updates });
    expect(second.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
    second.flush({ ...update, implementation: 'in_progress' });
    await page.settle();
    expect((await open()).text).not.toContain('kept on this device');
  });

  it('is there again when the window was closed, and can be begun afresh', async () => {
    await (await open()).fill('What was done', 'A second course');
    const page = await open();
    expect(page.field('What was done').value).toBe('A second course');
    await page.press('Start afresh');
    expect(page.field('What was done').value).toBe('');
    expect((await open()).field('What was done').value).toBe('');
  });

  it('opened by the link of a reminder says in whose name, and is sent by that link', async () => {
    const page = await open({ reporter: 'Noor Example' }, { token: 'a-token' });
    expect(page.text).toContain('You report as Noor Example for Federal Police.');
    await page.fill('What was done', 'A second course was held.');
    await send(page);
    api.expectOne({ method: 'POST', url: '/api/v1/report-links/a-token/updates' }).flush(update);
    await page.settle();
    expect(page.control('Sign in to see your other reports').getAttribute('href')).toBe('/sign-in');
  });

  it('by a link that no longer counts says why', async () => {
    const fixture = TestBed.createComponent(ReportPage);
    fixture.componentRef.setInput('token', 'spent');
    const page = new PageView(fixture);
    await draw();
    const problem = { type: '', title: 'Gone', status: 410, code: 'report_link_answered', detail: 'This was reported already.' };
    api.expectOne('/api/v1/report-links/spent').flush(problem, { status: 410, statusText: 'Gone' });
    await page.settle();
    expect(page.text).toContain('This was reported already.');
  });
});
