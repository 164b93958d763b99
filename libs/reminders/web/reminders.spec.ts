import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Session as SessionAnswer } from '@uptake/people/contracts';
import { Session } from '@uptake/people/web';
import type { ComingReminder, LedgerEntry } from '@uptake/reminders/contracts';
import { Now } from '@uptake/web/i18n';
import { PageView, provideTesting } from '@uptake/web/testing';
import { Reminders } from './reminders';

const uuid = (last: number) => `7b1c1a52-0000-4000-8000-${String(last).padStart(12, '0')}`;
const about = {
  recommendation: { id: uuid(1), reference: '13.b', text: 'Train every officer before deployment.' },
  institution: { id: uuid(2), name: 'Ministry of Defence' },
  recipient: 'Noor Example',
  dueOn: '2027-06-30',
};
const coming: ComingReminder = { ...about, on: '2027-06-23', rule: 'before-7' };
const entry = (number: number, change: Partial<LedgerEntry>): LedgerEntry => ({
  ...about,
  id: uuid(100 + number),
  rule: 'on-day',
  outcome: 'sent',
  reason: null,
  foundAt: '2027-06-01T08:00:00Z',
  goesAt: '2027-06-01T08:00:00Z',
  settledAt: '2027-06-01T08:00:02Z',
  ...change,
});
const coordinator: SessionAnswer = {
  accountId: uuid(9),
  person: { id: uuid(9), name: 'Marta', email: 'marta@example.org', language: 'en', timeZone: 'Europe/Brussels', revision: 1 },
  memberships: [{ role: 'coordinator', scope: 'source', scopeId: uuid(900), scopeName: 'Third plan' }],
};
const source = {
  id: uuid(900),
  kind: 'plan',
  title: 'Third plan',
  language: 'en',
  visibility: 'public',
  itemName: 'Line of action',
  createdAt: '2027-01-01T00:00:00Z',
  recommendations: 1,
  statuses: {},
  referencePrefix: 'P3',
  levels: ['Line of action'],
  timeZone: 'UTC',
  remindersPaused: false,
  withdrawnAt: null,
  sections: [],
  document: null,
  meeting: null,
  workshops: [],
  revision: 4,
  may: { coordinate: true, undo: false },
};

describe('the page of reminders', () => {
  let server: HttpTestingController;
  let page: PageView;

  async function asked(url: string): Promise<TestRequest> {
    for (;;) {
      const [request] = server.match(url);
      if (request) return request;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  async function open(items: ComingReminder[], log: LedgerEntry[], cursor: string | null = null, url = '/') {
    TestBed.configureTestingModule({ providers: [provideTesting([{ path: '**', component: Reminders }])] });
    server = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(Session).load();
    (await asked('/api/v1/session')).flush(coordinator);
    await loaded;
    TestBed.inject(Now).time.set(new Date('2027-06-16T09:00:00Z'));
    const harness = await RouterTestingHarness.create();
    page = new PageView(harness.fixture);
    const arrived = harness.navigateByUrl(url);
    const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
    const paged = query ? `${query}&limit=20` : '?limit=20';
    (await asked(`/api/v1/reminders/coming${query}`)).flush({ items });
    (await asked(`/api/v1/reminders${paged}`)).flush({ items: log, cursor });
    if (query) (await asked(`/api/v1/sources/${uuid(900)}`)).flush(source);
    await arrived;
    await page.settle();
  }

  it('says how many go out, to whom, about what and when', async () => {
    await open([coming], []);
    expect(page.text).toContain('One reminder goes out in the next 30 days');
    expect(page.text).toContain('23 Jun 2027');
    expect(page.text).toContain('7 days before');
    expect(page.text).toContain('Noor Example');
    expect(page.control('Train every officer before deployment.').getAttribute('href')).toBe(`/recommendations/${uuid(1)}`);
  });

  it('says what became of each, with the reason in words', async () => {
    await open(
      [],
      [entry(1, {}), entry(2, { outcome: 'skipped', reason: 'reported' }), entry(3, { outcome: 'failed', reason: 'refused' })],
    );
    expect(page.text).toContain('No reminder goes out in the next 30 days');
    expect(page.text).toContain('Sent');
    expect(page.text).toContain('They had reported already');
    expect(page.text).toContain('The mail server does not know this address');
  });

  it('says when one goes out that waits for the morning', async () => {
    await open([], [entry(1, { outcome: 'queued', settledAt: null, goesAt: '2027-06-02T06:00:00Z' })]);
    expect(page.text).toContain('Waiting');
    expect(page.text).toMatch(/Goes out on 2 Jun 2027 from \S+ on/);
  });

  it('shows older ones on demand, below those that are there', async () => {
    await open([], [entry(1, {})], 'older');
    page.control('Show older ones').click();
    (await asked('/api/v1/reminders?limit=20&cursor=older')).flush({ items: [entry(2, { recipient: 'Ada Example' })], cursor: null });
    await page.settle();
    expect(page.text).toMatch(/Noor Example.*Ada Example/);
    expect(page.text).not.toContain('Show older ones');
  });

  it('reads everything anew when somebody comes back to it', async () => {
    await open([coming], []);
    window.dispatchEvent(new Event('focus'));
    (await asked('/api/v1/reminders/coming')).flush({ items: [] });
    (await asked('/api/v1/reminders?limit=20')).flush({ items: [entry(1, {})], cursor: null });
    await page.settle();
    expect(page.text).toContain('No reminder goes out');
    expect(page.text).toContain('Sent');
  });

  it('pauses a source against the revision that is shown', async () => {
    await open([coming], [], null, `/?source=${uuid(900)}`);
    page.control('Pause reminders').click();
    const change = await asked(`/api/v1/sources/${uuid(900)}`);
    expect(change.request.method).toBe('PATCH');
    expect(change.request.body).toEqual({ remindersPaused: true });
    expect(change.request.headers.get('If-Match')).toBe('"4"');
    change.flush({ ...source, remindersPaused: true, revision: 5 });
    (await asked(`/api/v1/reminders/coming?source=${uuid(900)}`)).flush({ items: [] });
    (await asked(`/api/v1/reminders?source=${uuid(900)}&limit=20`)).flush({ items: [], cursor: null });
    (await asked(`/api/v1/sources/${uuid(900)}`)).flush({ ...source, remindersPaused: true, revision: 5 });
    await page.settle();
    expect(page.text).toContain('Paused: nothing goes out for Third plan');
    expect(page.control('Take reminders up again')).toBeTruthy();
  });
});
