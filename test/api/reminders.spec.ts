import { randomUUID } from 'node:crypto';
import { SendReminder, SweepReminders } from '@uptake/reminders/contracts';
import { aMembership, anAccount, anAssignment, anInstitution, aRecommendation, aSource } from '../support/builders';
import { MailCatcher } from '../support/mail-catcher';
import { type RunningApi, runningApi } from '../support/running-api';
import { type RunningWorker, runningWorker } from '../support/running-worker';
import { SetClock } from '../support/set-clock';

interface Entry {
  rule: string;
  outcome: string;
  reason: string | null;
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
      `INSERT INTO reminder (assignment_id, recipient, rule, due_on, due_version, outcome, found_at)
       SELECT assignment.id, account_id, 'on-day', due_on, due_version, 'queued', $2
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
    const { address } = await duty();
    const { reached, release } = mails.hold();
    const sweeping = workers[0]?.run(SweepReminders);
    await reached;
    const [row] = (await api.db.query(`SELECT id FROM reminder WHERE outcome = 'queued'`)) as { id: string }[];
    await workers[1]?.add(SendReminder, { reminderId: row?.id });
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
    clock.set(`2026-07-12${NOON}`);
    const { address } = await duty();
    await sweep();
    const sent = mails.to(address);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toContain('late since');
    expect(sent[0]?.text).toContain('12 days ago');
    expect((await outcomes()).filter((line) => line.endsWith('overtaken'))).toHaveLength(6);
  });

  it('a day begins at midnight where the source is, not where the server is', async () => {
    clock.set('2026-06-29T21:30:00Z');
    const { address } = await duty({ created_at: '2026-06-29T09:00:00Z' });
    await sweep();
    expect(mails.to(address).map(({ subject }) => subject)).toEqual([expect.stringContaining('report due on')]);
    clock.set('2026-06-29T22:30:00Z');
    await sweep();
    expect(mails.to(address)).toHaveLength(2);
    expect(mails.to(address)[1]?.subject).toContain('report due today');
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
