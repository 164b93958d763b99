import { randomUUID } from 'node:crypto';
import { SendReminders, SweepReminders } from '@uptake/reminders/contracts';
import { aMembership, anAccount, anAssignment, anInstitution, aRecommendation, aSource } from '../support/builders';
import { MailCatcher } from '../support/mail-catcher';
import { type RunningApi, runningApi } from '../support/running-api';
import { type RunningWorker, runningWorker } from '../support/running-worker';
import { SetClock } from '../support/set-clock';

interface Entry {
  rule: string;
  outcome: string;
  reason: string | null;
  goesAt: string;
  recipient: string;
  recommendation: { reference: string };
}
interface Duty {
  id: string;
  address: string;
  focalPoint: string;
  institution: string;
}

const DUE = '2026-06-30';
const NOON = 'T10:00:00Z';

describe('reminders', () => {
  const clock = new SetClock(`${DUE}${NOON}`);
  let mails: MailCatcher;
  let api: RunningApi;
  let workers: RunningWorker[];
  let source: string;
  let coordinator: string;

  beforeAll(async () => {
    mails = await MailCatcher.start();
    const shared = { SMTP_URL: mails.url, UPTAKE_SECRET: randomUUID() + randomUUID(), PUBLIC_URL: 'http://uptake.example' };
    api = await runningApi(shared, clock);
    const environment = { ...shared, DATABASE_URL: api.databaseUrl };
    workers = [await runningWorker(environment, clock), await runningWorker(environment, clock)];
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await api.stop();
    await mails.stop();
  });

  beforeEach(async () => {
    clock.set(`${DUE}${NOON}`);
    source = await aSource(api.db, { title: 'National plan', time_zone: 'Europe/Brussels' });
    coordinator = await anAccount(api.db);
    await aMembership(api.db, coordinator, 'coordinator', 'source', source);
  });
  afterEach(() => api.db.query('UPDATE assignment SET ended_at = now() WHERE source_id = $1', [source]));

  const duty = async (values: Record<string, unknown> = {}, account: Record<string, unknown> = {}): Promise<Duty> => {
    const address = `${randomUUID()}@ministry.example`;
    const focalPoint = await anAccount(api.db, { email: address, name: 'Noor Example', ...account });
    const institution = await anInstitution(api.db);
    await aMembership(api.db, focalPoint, 'focal_point', 'institution', institution);
    const recommendation = await aRecommendation(api.db, source, { lifecycle: 'adopted' });
    const id = await anAssignment(api.db, recommendation, source, institution, {
      due_on: DUE,
      response: 'accepted',
      created_at: '2026-01-01T09:00:00Z',
      ...values,
    });
    return { id, address, focalPoint, institution };
  };

  const sweep = async (times = 1) => {
    for (let time = 0; time < times; time += 1) await workers[time % 2]?.run(SweepReminders);
  };
  const ledger = async (): Promise<Entry[]> => {
    const { body } = await (await api.as(coordinator)).get<{ items: Entry[] }>(`reminders?source=${source}`);
    return body.items;
  };
  const waiting = async () => (await ledger()).filter(({ outcome }) => outcome === 'queued');
  const outcomes = async () => (await ledger()).map(({ rule, outcome, reason }) => [rule, outcome, reason].filter(Boolean).join(' '));
  const report = { implementation: 'in_progress', done: 'A first course was held in May.' };

  it('one that is due today goes out as one mail, however often the sweep runs, with a link that opens the form filled in', async () => {
    const { address } = await duty({ implementation: 'in_progress', reported_at: '2026-02-01T09:00:00Z' });
    await sweep(5);
    expect(mails.to(address)).toHaveLength(1);
    const [mail] = mails.to(address);
    expect(mail?.subject).toMatch(/^TW26-\d+: report due today$/);
    expect(mail?.text).toContain('Train every officer before deployment.');
    expect(mail?.text).toContain('30 June 2026');
    const token = /http:\/\/uptake\.example\/report\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const form = await (await api.as()).get<{ current: string; reporter: string }>(`report-links/${token}`);
    expect(form.body).toMatchObject({ current: 'in_progress', reporter: 'Noor Example' });
    expect(await outcomes()).toContain('on-day sent');
  });

  it('what the link of a mail reports is counted, and the link then opens nothing more', async () => {
    const { address, id } = await duty();
    await sweep();
    const token = /\/report\/([\w-]+)/.exec(mails.to(address)[0]?.text ?? '')?.[1] ?? '';
    const nobody = await api.as();
    expect((await nobody.post(`report-links/${token}/updates`, report)).status).toBe(201);
    expect((await nobody.post(`report-links/${token}/updates`, report)).status).toBe(410);
    const [row] = (await api.db.query('SELECT implementation, answered_version FROM assignment WHERE id = $1', [id])) as object[];
    expect(row).toEqual({ implementation: 'in_progress', answered_version: 1 });
  });

  it.each(['once', 'monthly', 'yearly'])('nobody who reported first (%s) is reminded, and the ledger says why', async (frequency) => {
    const { address, focalPoint, id } = await duty({ frequency });
    const reported = await (await api.as(focalPoint)).post(`assignments/${id}/updates`, report);
    expect(reported.status).toBe(201);
    await sweep(2);
    expect(mails.to(address)).toEqual([]);
    expect(await outcomes()).toEqual(['on-day skipped reported']);
  });

  /** As a worker that died between writing the ledger and the queue. */
  const sweepWithoutSending = () =>
    api.db.query(
      `INSERT INTO reminder (assignment_id, recipient, rule, due_on, due_version, outcome, found_at, goes_at)
       SELECT assignment.id, account_id, 'on-day', due_on, due_version, 'queued', $2, $2
       FROM assignment JOIN membership ON scope_id = institution_id WHERE source_id = $1`,
      [source, clock.now()],
    );

  it.each([
    ['moved', ({ id }: Duty) => api.db.query(`UPDATE assignment SET due_on = '2026-12-31', due_version = 2 WHERE id = $1`, [id])],
    ['ended', ({ id }: Duty) => api.db.query('UPDATE assignment SET ended_at = $2 WHERE id = $1', [id, clock.now()])],
    [
      'reassigned',
      ({ focalPoint }: Duty) => api.db.query('UPDATE membership SET until = $2 WHERE account_id = $1', [focalPoint, clock.now()]),
    ],
    ['closed', ({ id }: Duty) => api.db.query(`UPDATE assignment SET implementation = 'superseded' WHERE id = $1`, [id])],
  ])('one that was queued stays in when the duty is %s before it leaves', async (reason, change) => {
    const subject = await duty();
    const other = await duty();
    await sweepWithoutSending();
    await change(subject);
    await sweep();
    expect(mails.to(subject.address)).toEqual([]);
    expect(mails.to(other.address)).toHaveLength(1);
    expect((await outcomes()).filter((line) => line.startsWith('on-day'))).toEqual(
      expect.arrayContaining([`on-day skipped ${reason}`, 'on-day sent']),
    );
  });

  it('a paused source sends nothing, and goes on with the latest when it is taken up again', async () => {
    await api.db.query('UPDATE source SET reminders_paused = true WHERE id = $1', [source]);
    const { address } = await duty();
    await sweep();
    expect(mails.to(address)).toEqual([]);
    await api.db.query('UPDATE source SET reminders_paused = false WHERE id = $1', [source]);
    await sweep();
    expect(mails.to(address)).toHaveLength(1);
    expect(await outcomes()).toEqual(expect.arrayContaining(['on-day sent', 'before-1 skipped overtaken', 'before-30 skipped overtaken']));
  });

  it('two workers that look at once send one mail', async () => {
    const duties = await Promise.all(Array.from({ length: 10 }, () => duty()));
    await Promise.all(workers.flatMap((worker) => [worker.run(SweepReminders), worker.run(SweepReminders)]));
    expect(duties.map(({ address }) => mails.to(address).length)).toEqual(duties.map(() => 1));
  });

  it('the same job run twice at once sends one mail', async () => {
    const { address, focalPoint } = await duty();
    const { reached, release } = mails.hold();
    const sweeping = workers[0]?.run(SweepReminders);
    await reached;
    await workers[1]?.add(SendReminders, { recipient: focalPoint });
    await workers[1]?.left(1);
    release();
    await sweeping;
    expect(mails.to(address)).toHaveLength(1);
  });

  it('a supporting body gets its own, a body that is only consulted none', async () => {
    const lead = await duty();
    const supporting = await duty({ part: 'supporting' });
    const consulted = await duty({ part: 'consulted' });
    await sweep();
    expect([lead, supporting, consulted].map(({ address }) => mails.to(address).length)).toEqual([1, 1, 0]);
  });

  it('after days without a worker only the latest goes out', async () => {
    clock.set(`2026-07-13${NOON}`);
    const { address } = await duty();
    await sweep();
    const sent = mails.to(address);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toContain('late since');
    expect(sent[0]?.text).toContain('13 days ago');
    expect((await outcomes()).filter((line) => line.endsWith('overtaken'))).toHaveLength(6);
  });

  it('a day begins at midnight where the source is, not where the server is', async () => {
    clock.set('2026-06-29T21:30:00Z');
    await duty({ created_at: '2026-06-29T09:00:00Z' });
    await sweep();
    expect(await outcomes()).toEqual(['before-1 queued']);
    clock.set('2026-06-29T22:30:00Z');
    await sweep();
    expect(await outcomes()).toEqual(['on-day queued', 'before-1 queued']);
    clock.set(`${DUE}${NOON}`);
    await sweep();
    expect(await outcomes()).toEqual(['on-day sent', 'before-1 skipped overtaken']);
  });

  it('what comes due in the night of the recipient is held until eight there, and the ledger says so', async () => {
    clock.set('2026-06-30T11:59:00Z');
    const { address } = await duty({ created_at: '2026-06-30T09:00:00Z' }, { time_zone: 'America/New_York' });
    await sweep(2);
    expect(mails.to(address)).toEqual([]);
    expect(await waiting()).toMatchObject([{ goesAt: '2026-06-30T12:00:00+00:00' }]);
    clock.set('2026-06-30T12:00:00Z');
    await sweep(2);
    expect(mails.to(address)).toHaveLength(1);
  });

  it('a date at a weekend is reminded of on the Friday before, to whoever still works then', async () => {
    clock.set(`2026-07-03${NOON}`);
    const before = { due_on: '2026-07-04', created_at: '2026-07-02T09:00:00Z' };
    const here = await duty(before);
    const east = await duty(before, { time_zone: 'Pacific/Kiritimati' });
    await sweep();
    expect(mails.to(here.address).map(({ subject }) => subject)).toEqual([expect.stringContaining('report due on Saturday, 4 July 2026')]);
    clock.set(`2026-07-05${NOON}`);
    await sweep();
    expect(mails.to(east.address)).toEqual([]);
    clock.set('2026-07-05T18:00:00Z');
    await sweep();
    expect(mails.to(east.address).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('report late since Saturday, 4 July 2026'),
    ]);
  });

  it('a job that is tried again in the evening leaves its reminders to the morning', async () => {
    const { address, focalPoint } = await duty();
    await sweepWithoutSending();
    clock.set('2026-06-30T19:00:00Z');
    await workers[0]?.run(SendReminders, { recipient: focalPoint });
    expect(mails.to(address)).toEqual([]);
    clock.set('2026-07-01T08:00:00Z');
    await sweep();
    expect(mails.to(address)).toHaveLength(1);
  });

  it('everything that waits for somebody in the morning is one mail, grouped by date, with a link for each report', async () => {
    clock.set('2026-06-30T05:00:00Z');
    const { address, institution } = await duty({ due_on: '2026-07-14' });
    for (const due_on of [DUE, '2026-07-14', DUE]) {
      const recommendation = await aRecommendation(api.db, source, { lifecycle: 'adopted' });
      await anAssignment(api.db, recommendation, source, institution, { due_on, response: 'accepted', created_at: '2026-06-30T01:00:00Z' });
    }
    await sweep();
    expect(mails.to(address)).toEqual([]);
    clock.set('2026-06-30T08:00:00Z');
    await sweep(3);
    const [mail, ...others] = mails.to(address);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('4 reports are asked for');
    const text = mail?.text ?? '';
    expect(text.match(/is the day on which it is due|Due on Tuesday, 14 July 2026/g)).toEqual([
      'is the day on which it is due',
      'Due on Tuesday, 14 July 2026',
    ]);
    const links = [...text.matchAll(/Report on (TW26-\d+): http:\/\/uptake\.example\/report\/([\w-]+)/g)];
    expect(new Set(links.map(([, reference]) => reference)).size).toBe(4);
    const nobody = await api.as();
    for (const [, reference, token] of links) {
      const form = await nobody.get<{ recommendation: { reference: string } }>(`report-links/${token}`);
      expect(form.body.recommendation.reference).toBe(reference);
    }
    const sent = (await ledger()).filter(({ outcome }) => outcome === 'sent');
    expect(sent).toHaveLength(4);
    const ids: { message_id: string }[] = await api.db.query(
      `SELECT DISTINCT message_id FROM reminder JOIN assignment ON assignment.id = assignment_id WHERE source_id = $1 AND outcome = 'sent'`,
      [source],
    );
    expect(ids).toEqual([{ message_id: expect.stringContaining('@') }]);
  });

  it('who reported on one of several is reminded of the others alone', async () => {
    const { address, institution, id } = await duty();
    const recommendation = await aRecommendation(api.db, source, { lifecycle: 'adopted', reference: 'TW26-other' });
    await anAssignment(api.db, recommendation, source, institution, {
      due_on: DUE,
      response: 'accepted',
      created_at: '2026-06-30T01:00:00Z',
    });
    await sweepWithoutSending();
    await api.db.query('UPDATE assignment SET answered_version = 1, reported_at = $2 WHERE id = $1', [id, clock.now()]);
    await sweep();
    expect(mails.to(address).map(({ subject }) => subject)).toEqual(['TW26-other: report due today']);
  });

  it('somebody who had a mail today gets the next one in the morning', async () => {
    const { address, institution } = await duty();
    await sweep();
    const recommendation = await aRecommendation(api.db, source, { lifecycle: 'adopted' });
    const late = { due_on: DUE, response: 'accepted', created_at: '2026-06-30T09:30:00Z' };
    await anAssignment(api.db, recommendation, source, institution, late);
    await sweep(2);
    expect(mails.to(address)).toHaveLength(1);
    expect(await waiting()).toMatchObject([{ goesAt: '2026-07-01T08:00:00+00:00' }]);
    clock.set('2026-07-01T08:00:00Z');
    await sweep(2);
    expect(mails.to(address)).toHaveLength(2);
  });

  describe('two weeks after the date', () => {
    const approverOf = async ({ institution }: Duty): Promise<string> => {
      const email = `${randomUUID()}@ministry.example`;
      await aMembership(api.db, await anAccount(api.db, { email }), 'approver', 'institution', institution);
      return email;
    };
    const addressOf = async (account: string): Promise<string> => {
      const [row]: { email: string }[] = await api.db.query('SELECT email::text FROM account WHERE id = $1', [account]);
      return row?.email ?? '';
    };
    const links = (text = '') => [...text.matchAll(/: (http:\/\/uptake\.example\/[\w-]+)\//g)].map(([, url]) => url);

    it('the approver and the coordinator hear of what has not come in, without a link that reports', async () => {
      clock.set(`2026-07-14${NOON}`);
      const first = await duty();
      const second = await duty();
      const [ofFirst, ofSecond] = [await approverOf(first), await approverOf(second)];
      await sweep(3);
      const [mail, ...others] = mails.to(await addressOf(coordinator));
      expect(others).toEqual([]);
      expect(mail?.subject).toBe('2 reports have not come in');
      expect(mail?.text).toContain('Due on Tuesday, 30 June 2026, 14 days ago');
      expect(links(mail?.text)).toEqual(Array.from({ length: 2 }, () => 'http://uptake.example/recommendations'));
      for (const approver of [ofFirst, ofSecond])
        expect(mails.to(approver).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^TW26-\d+: no report of Ministry/)]);
      expect(mails.to(first.address).map(({ subject }) => subject)).toEqual([expect.stringContaining('report late since')]);
      expect((await outcomes()).sort()).toEqual(expect.arrayContaining(['approver-14 sent', 'coordinator-14 sent', 'after-14 sent']));
    });

    it('the coordinator hears of it once more after thirty days, and of nothing that was reported', async () => {
      clock.set(`2026-07-30${NOON}`);
      const missing = await duty();
      const reported = await duty();
      await api.db.query('UPDATE assignment SET answered_version = 1, reported_at = $2 WHERE id = $1', [reported.id, clock.now()]);
      await sweep(2);
      expect(mails.to(await addressOf(coordinator)).map(({ subject }) => subject)).toEqual([expect.stringContaining('no report of')]);
      const told = (await outcomes()).filter((line) => line.startsWith('coordinator'));
      expect(told.sort()).toEqual(['coordinator-14 skipped overtaken', 'coordinator-30 sent']);
      expect(mails.to(missing.address)).toHaveLength(1);
    });

    it('who is asked for a report and coordinates gets one mail with both, the own reports first', async () => {
      clock.set(`2026-07-14${NOON}`);
      const { address, focalPoint } = await duty({ due_on: '2026-07-14' });
      await aMembership(api.db, focalPoint, 'coordinator', 'source', source);
      await duty();
      await sweep(2);
      const [mail, ...others] = mails.to(address);
      expect(others).toEqual([]);
      expect(mail?.subject).toContain('report due today');
      expect(links(mail?.text)).toEqual(['http://uptake.example/report', 'http://uptake.example/recommendations']);
    });

    it('who lost the role before the mail leaves gets none', async () => {
      clock.set('2026-07-14T05:00:00Z');
      const subject = await duty();
      const approver = await approverOf(subject);
      await sweep();
      await api.db.query(`UPDATE membership SET until = $2 WHERE scope_id = $1 AND role = 'approver'`, [subject.institution, clock.now()]);
      clock.set(`2026-07-14${NOON}`);
      await sweep();
      expect(mails.to(approver)).toEqual([]);
      expect(await outcomes()).toContain('approver-14 skipped reassigned');
    });
  });

  it('a mail server that is away for three days is told in the ledger', async () => {
    await duty();
    await sweepWithoutSending();
    clock.set(`2026-07-03T10:00:01Z`);
    await sweep();
    expect(await outcomes()).toContain('on-day failed unreachable');
  });

  it('a mailbox that does not exist is told in the ledger and holds up nobody else', async () => {
    const [lost, other] = [await duty(), await duty()];
    mails.unknown.add(lost.address);
    await sweep();
    expect(mails.to(other.address)).toHaveLength(1);
    expect(await outcomes()).toEqual(expect.arrayContaining(['on-day failed refused', 'on-day sent']));
  });

  it('while the mail server thinks, the live feed of everybody else goes on', async () => {
    await duty();
    const { reached, release } = mails.hold();
    const sweeping = workers[0]?.run(SweepReminders);
    await reached;
    const [row] = (await api.db.query(
      `SELECT count(*)::int AS writing FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%' AND backend_xid IS NOT NULL`,
    )) as { writing: number }[];
    release();
    await sweeping;
    expect(row?.writing).toBe(0);
  });

  it('show a coordinator what will go out in the next thirty days, and nothing that went out already', async () => {
    clock.set(`2026-06-23${NOON}`);
    await duty();
    await sweep();
    const { body } = await (
      await api.as(coordinator)
    ).get<{ items: { on: string; rule: string; recipient: string }[] }>(`reminders/coming?source=${source}`);
    expect(body.items.map(({ on, rule }) => `${on} ${rule}`)).toEqual([
      '2026-06-29 before-1',
      '2026-06-30 on-day',
      '2026-07-03 after-3',
      '2026-07-07 after-7',
      '2026-07-14 coordinator-14',
      '2026-07-14 after-14',
      '2026-07-21 after-21',
    ]);
    expect(body.items[0]?.recipient).toBe('Noor Example');
  });

  it('are nobody’s business but the coordinator’s and the administrator’s', async () => {
    const { focalPoint } = await duty();
    await sweep();
    const administrator = await anAccount(api.db);
    await aMembership(api.db, administrator, 'administrator', 'system', null);
    for (const path of ['reminders', 'reminders/coming']) {
      expect((await (await api.as(focalPoint)).get(`${path}?source=${source}`)).status).toBe(404);
      expect((await (await api.as(focalPoint)).get<{ items: unknown[] }>(path)).body.items).toEqual([]);
      expect((await (await api.as()).get(path)).status).toBe(401);
      expect((await (await api.as(administrator)).get(`${path}?source=${source}`)).status).toBe(200);
    }
  });

  it('are read page by page, each once', async () => {
    await Promise.all(Array.from({ length: 3 }, () => duty()));
    await sweep();
    const all = await ledger();
    const reader = await api.as(coordinator);
    const paged: Entry[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const more: string = cursor ? `&cursor=${cursor}` : '';
      const { body }: { body: { items: Entry[]; cursor: string | null } } = await reader.get(`reminders?source=${source}&limit=4${more}`);
      paged.push(...body.items);
      cursor = body.cursor;
    }
    expect(all.length).toBeGreaterThan(8);
    expect(paged).toEqual(all);
  });
});
