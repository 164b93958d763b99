import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Duty } from '@uptake/assignments/contracts';
import type { Membership, Session as SessionAnswer } from '@uptake/people/contracts';
import { Session } from '@uptake/people/web';
import type { Overview } from '@uptake/recommendations/contracts';
import { Locale, Now } from '@uptake/web/i18n';
import { LiveStreams } from '@uptake/web/live';
import { PageView, provideTesting } from '@uptake/web/testing';
import { Home } from './home';

const uuid = (last: number) => `7b1c1a52-0000-4000-8000-${String(last).padStart(12, '0')}`;
const duty = (number: number, change: Partial<Duty> = {}): Duty => ({
  id: uuid(number),
  recommendationId: uuid(100 + number),
  institution: { id: uuid(800), name: 'Ministry of Defence', parentName: null },
  part: 'lead',
  dueOn: '2027-06-30',
  frequency: 'half_yearly',
  response: 'accepted',
  responseReason: '',
  respondedAt: null,
  implementation: 'in_progress',
  reportedAt: null,
  verification: 'unverified',
  verificationReason: '',
  verificationAt: null,
  overdue: false,
  noUpdateReceived: false,
  revision: 1,
  may: { change: false, respond: true, report: true, claim: true, verify: false },
  recommendation: { id: uuid(100 + number), reference: `13.${number}`, text: `Train officers, part ${number}.`, sourceTitle: 'Third plan' },
  urgency: 'due',
  daysLeft: 14,
  ...change,
});
const empty: Overview = { sources: [], workshops: [], ballots: [], toVerify: [], overdue: [] };
const focalPoint: Membership = { role: 'focal_point', scope: 'institution', scopeId: uuid(800), scopeName: 'Ministry of Defence' };
const coordinator: Membership = { role: 'coordinator', scope: 'source', scopeId: uuid(900), scopeName: 'Third plan' };

describe('the first page', () => {
  let server: HttpTestingController;
  let page: PageView;

  async function open(memberships: Membership[] | null, overview: Overview, duties: Duty[] = []) {
    TestBed.configureTestingModule({
      providers: [provideTesting([{ path: '**', component: Home }]), { provide: LiveStreams, useValue: { join: () => () => undefined } }],
    });
    server = TestBed.inject(HttpTestingController);
    if (memberships) await signIn(memberships);
    TestBed.inject(Locale).timeZone.set('Europe/Brussels');
    TestBed.inject(Now).time.set(new Date('2027-06-16T09:00:00Z'));
    const harness = await RouterTestingHarness.create();
    page = new PageView(harness.fixture);
    // The page is stable once it has its answers, so arriving is awaited after them.
    const arrived = harness.navigateByUrl('/');
    (await asked('/api/v1/overview')).flush(overview);
    server.match('/api/v1/assignments/mine').forEach((request) => request.flush({ items: duties }));
    await arrived;
    await page.settle();
  }

  async function asked(url: string): Promise<TestRequest> {
    for (;;) {
      const [request] = server.match(url);
      if (request) return request;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  async function signIn(memberships: Membership[]) {
    const loaded = TestBed.inject(Session).load();
    const person = {
      id: uuid(1),
      name: 'Maya',
      email: 'maya@example.org',
      language: 'en' as const,
      timeZone: 'Europe/Brussels',
      revision: 1,
    };
    const answer: SessionAnswer = { accountId: uuid(1), person, memberships };
    server.expectOne('/api/v1/session').flush(answer);
    await loaded;
  }

  it('tells a focal point in one sentence what waits', async () => {
    await open([focalPoint], empty, [
      duty(1, { urgency: 'overdue', daysLeft: -16, dueOn: '2027-05-31' }),
      duty(2, { urgency: 'overdue', daysLeft: -77, dueOn: '2027-03-31' }),
      duty(3, { urgency: 'returned', verification: 'returned', verificationReason: 'Please add the number closed.' }),
      duty(4),
      duty(5),
      duty(6),
      duty(7, { dueOn: '2027-09-30', daysLeft: 106 }),
    ]);
    expect(page.element.querySelector('h1')?.textContent?.trim()).toBe(
      'Two updates are late, one came back and three fall due this month.',
    );
    expect(page.text).toContain('16 days late');
    expect(page.text).toContain('“Please add the number closed.”');
    expect(page.control(/^Complete it/).getAttribute('href')).toBe(`/assignments/${uuid(3)}/report`);
  });

  it('names the thing that is counted where the sentence begins with it', async () => {
    await open([focalPoint], empty, [duty(1, { urgency: 'returned', verification: 'returned' }), duty(2, { urgency: 'awaiting' })]);
    expect(page.text).toContain('One report came back and one assignment awaits your answer.');
    expect(page.control('Answer').getAttribute('href')).toBe(`/recommendations/${uuid(102)}#responsible`);
  });

  it('folds what is for later after five, and puts the focus on the first that it unfolds', async () => {
    const later = Array.from({ length: 18 }, (_, index) => duty(index + 1, { dueOn: '2027-09-30', daysLeft: 106 }));
    await open([focalPoint], empty, later);
    expect(page.text).toContain('Train officers, part 5.');
    expect(page.text).not.toContain('Train officers, part 6.');
    await page.press('Show all 18');
    expect(page.text).toContain('Train officers, part 18.');
    expect(page.element.ownerDocument.activeElement?.textContent).toBe('Train officers, part 6.');
  });

  it('gives a focal point a quiet day', async () => {
    await open([focalPoint], empty, []);
    expect(page.text).toContain('Nothing is late, and nothing falls due this month.');
  });

  it('tells a coordinator of ballots, claims and late institutions', async () => {
    await open([coordinator], {
      ...empty,
      ballots: [
        {
          id: uuid(5),
          title: 'Proposals',
          workshop: { id: uuid(6), title: 'Focus group' },
          items: 4,
          electors: 30,
          voters: 12,
          mine: null,
        },
      ],
      toVerify: [
        {
          assignmentId: uuid(7),
          recommendation: { id: uuid(8), reference: '18.d', text: 'Translate the leaflet.' },
          institution: 'Asylum Office',
          reportedAt: '2027-06-01T10:00:00Z',
          underReview: false,
        },
      ],
      overdue: [
        { institution: { id: uuid(9), name: 'Federal Police' }, count: 2, days: 77 },
        { institution: { id: uuid(10), name: 'Foreign Affairs' }, count: 1, days: 3 },
      ],
    });
    expect(page.text).toContain('One ballot is open, one claim waits to be verified and two institutions are late.');
    expect(page.text).toContain('12 of 30 have voted');
    expect(page.control('Federal Police').getAttribute('href')).toContain(`institution=${uuid(9)}`);
  });

  it('shows a participant the ballot that waits for their vote', async () => {
    await open([], {
      ...empty,
      ballots: [
        { id: uuid(5), title: 'Proposals', workshop: { id: uuid(6), title: 'Focus group' }, items: 4, electors: 30, voters: 12, mine: 1 },
      ],
      workshops: [{ id: uuid(6), title: 'Focus group', startsOn: '2027-06-16', venue: 'Riverside House' }],
    });
    expect(page.text).toContain('One ballot is open.');
    expect(page.text).toContain('1 of 4 voted on by you');
    expect(page.control('Vote').getAttribute('href')).toBe(`/ballots/${uuid(5)}/vote`);
  });

  it('tells a visitor what this is, with a way into a room and what is open to all', async () => {
    await open(null, {
      ...empty,
      sources: [{ id: uuid(900), title: 'Third plan', kind: 'plan', coordinates: false, total: 71, adopted: 71, overdue: 7, verified: 13 }],
    });
    expect(page.text).toContain('From the room where it was recommended');
    expect(page.control('Third plan').getAttribute('href')).toBe(`/plans/${uuid(900)}`);
    expect(page.field('Code of the room')).toBeTruthy();
  });
});
