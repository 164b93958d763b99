import { createHash, randomUUID } from 'node:crypto';
import { anAccount } from '../support/builders';
import type { Client } from '../support/client';
import { MailCatcher } from '../support/mail-catcher';
import { type RunningApi, runningApi } from '../support/running-api';
import { type RunningWorker, runningWorker } from '../support/running-worker';
import { SetClock } from '../support/set-clock';

interface Session {
  accountId: string | null;
  code?: string;
}

describe('signing in', () => {
  const clock = new SetClock('2026-03-12T09:00:00Z');
  let mails: MailCatcher;
  let api: RunningApi;
  let worker: RunningWorker;

  beforeAll(async () => {
    mails = await MailCatcher.start();
    const shared = { SMTP_URL: mails.url, PUBLIC_URL: 'http://uptake.example' };
    api = await runningApi(shared, clock);
    worker = await runningWorker({ ...shared, DATABASE_URL: api.databaseUrl, UPTAKE_SECRET: randomUUID() }, clock);
  });
  beforeEach(() => clock.set('2026-03-12T09:00:00Z'));
  afterAll(async () => {
    await worker.stop();
    await api.stop();
    await mails.stop();
  });

  const aPerson = async () => {
    const email = `${randomUUID()}@ministry.example`;
    return { email, id: await anAccount(api.db, { email }) };
  };
  const mailTo = async (client: Client, email: string) => {
    const count = mails.to(email).length;
    expect((await client.post('sign-in-links', { email })).status).toBe(202);
    const { text } = await mails.arrived(email, count + 1);
    return { token: /\/sign-in\/([\w-]+)/.exec(text)?.[1] ?? '', code: /^\d{6}$/m.exec(text)?.[0] ?? '' };
  };
  /** Each time from another place, because one place may not be wrong often. */
  let places = 0;
  const signIn = (client: Client, body: object) => {
    places += 1;
    return client.post<Session>('sessions', body, { headers: { 'x-forwarded-for': `10.0.${places >> 8}.${places & 255}` } });
  };
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('a mailed link signs in once, and looking at it spends nothing', async () => {
    const { email, id } = await aPerson();
    const browser = await api.as();
    const { token } = await mailTo(browser, email);
    for (const path of [`/sign-in/${token}`, `/api/v1/sign-in/${token}`, `/api/v1/sessions/${token}`]) await browser.get(path);
    expect(await api.db.query('SELECT used_at FROM sign_in_link WHERE account_id = $1', [id])).toEqual([{ used_at: null }]);
    const first = await signIn(browser, { token });
    expect([first.status, first.body.accountId]).toEqual([201, id]);
    expect((await browser.get<Session>('session')).body.accountId).toBe(id);
    const second = await signIn(await api.as(), { token });
    expect([second.status, second.body.code]).toEqual([422, 'link_spent']);
  });

  it('a link used by twenty at once signs in one', async () => {
    const { email } = await aPerson();
    const { token } = await mailTo(await api.as(), email);
    const answers = await Promise.all(Array.from({ length: 20 }, async () => signIn(await api.as(), { token })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('a link and its code die together, after twenty minutes or with the first use', async () => {
    const { email } = await aPerson();
    const browser = await api.as();
    const { token, code } = await mailTo(browser, email);
    expect((await signIn(browser, { email, code })).status).toBe(201);
    expect((await signIn(await api.as(), { token })).status).toBe(422);
    const late = await mailTo(browser, email);
    clock.set('2026-03-12T09:20:01Z');
    expect((await signIn(await api.as(), { token: late.token })).status).toBe(422);
    expect((await signIn(await api.as(), { email, code: late.code })).status).toBe(422);
  });

  it('an unknown address gets the same answer and no mail', async () => {
    const { email } = await aPerson();
    const stranger = await api.as();
    const unknown = `${randomUUID()}@ministry.example`;
    const [known, other] = [await stranger.post('sign-in-links', { email }), await stranger.post('sign-in-links', { email: unknown })];
    expect([other.status, other.body]).toEqual([known.status, known.body]);
    await mails.arrived(email);
    await worker.left(0);
    expect(mails.to(unknown)).toEqual([]);
    expect((await signIn(stranger, { email: unknown, code: '123456' })).body.code).toBe('code_wrong');
  });

  it('the database holds hashes only', async () => {
    const { email, id } = await aPerson();
    const browser = await api.as();
    const { token, code } = await mailTo(browser, email);
    await signIn(browser, { token });
    const sessionToken = browser.cookie?.split('=')[1] ?? '';
    const dump = JSON.stringify(
      await api.db.query(
        `SELECT row_to_json(session) AS row FROM session WHERE account_id = $1
         UNION ALL SELECT row_to_json(sign_in_link) FROM sign_in_link WHERE account_id = $1`,
        [id],
      ),
    );
    for (const secret of [token, code, sessionToken]) {
      expect(secret.length).toBeGreaterThan(5);
      expect(dump).not.toContain(secret);
    }
    expect(dump).toContain(createHash('sha256').update(sessionToken).digest('hex'));
  });

  it('the cookie can’t be read by scripts nor sent along by other sites', async () => {
    const { email } = await aPerson();
    const browser = await api.as();
    const { token } = await mailTo(browser, email);
    const { headers } = await signIn(browser, { token });
    expect(headers.getSetCookie()[0]).toMatch(/HttpOnly/i);
    expect(headers.getSetCookie()[0]).toMatch(/SameSite=Lax/i);
    expect(headers.getSetCookie()[0]).toMatch(/Path=\//i);
  });

  it('signing out ends this session, signing out everywhere the others too', async () => {
    const { id } = await aPerson();
    const [phone, desk, laptop] = [await api.as(id), await api.as(id), await api.as(id)];
    const stolen = phone.cookie;
    expect((await phone.delete('session')).status).toBe(204);
    phone.cookie = stolen;
    expect((await phone.get<Session>('session')).body.accountId).toBeNull();
    expect((await desk.get<Session>('session')).body.accountId).toBe(id);
    expect((await desk.delete('sessions')).status).toBe(204);
    expect((await laptop.get<Session>('session')).body.accountId).toBeNull();
  });

  it('a session ends by itself', async () => {
    const { email, id } = await aPerson();
    const browser = await api.as();
    const { token } = await mailTo(browser, email);
    await signIn(browser, { token });
    clock.set('2026-04-11T08:59:00Z');
    expect((await browser.get<Session>('session')).body.accountId).toBe(id);
    clock.set('2026-04-11T09:00:01Z');
    expect((await browser.get<Session>('session')).body.accountId).toBeNull();
  });

  it('a code takes five tries, then not even the right one', async () => {
    const { email } = await aPerson();
    const { code } = await mailTo(await api.as(), email);
    const stranger = await api.as();
    for (let tries = 0; tries < 5; tries += 1) expect((await signIn(stranger, { email, code: wrong(code) })).body.code).toBe('code_wrong');
    expect((await signIn(stranger, { email, code })).status).toBe(422);
  });
});
