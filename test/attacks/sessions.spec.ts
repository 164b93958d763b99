import { createHash, randomUUID } from 'node:crypto';
import { anAccount, aWorkshop } from '../support/builders';
import { Client } from '../support/client';
import { type RunningApi, runningApi } from '../support/running-api';

interface Session {
  accountId: string | null;
  code?: string;
}

describe('somebody else’s session', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runningApi();
  });
  afterAll(() => api.stop());

  /** A link as a mail would carry it. */
  const linkFor = async (accountId: string): Promise<string> => {
    const token = randomUUID() + randomUUID();
    const hash = (text: string) => createHash('sha256').update(text).digest();
    await api.db.query(
      `INSERT INTO sign_in_link (account_id, token_hash, code_hash, created_at, expires_at) VALUES ($1, $2, $3, now(), now() + interval '20 minutes')`,
      [accountId, hash(token), hash(randomUUID())],
    );
    return token;
  };
  const whoIs = async (client: Client) => (await client.get<Session>('session')).body.accountId;

  it('can’t be planted: signing in never takes over the cookie that was there', async () => {
    const victim = await anAccount(api.db);
    const planted = `uptake=${'a'.repeat(43)}`;
    const browser = new Client(api.url, planted);
    expect((await browser.post('sessions', { token: await linkFor(victim) })).status).toBe(201);
    expect(browser.cookie).not.toBe(planted);
    expect(await whoIs(browser)).toBe(victim);
    expect(await whoIs(new Client(api.url, planted))).toBeNull();
  });

  it('can’t be planted by a guest’s either: the guest’s cookie stays a guest’s', async () => {
    const code = 'ABCDEF';
    await aWorkshop(api.db, { join_code: code });
    const browser = await api.as();
    expect((await browser.post('rooms', { code, name: 'Eve', constituency: 'other' })).status).toBe(201);
    const guest = browser.cookie;
    const guestAccount = await whoIs(browser);
    const victim = await anAccount(api.db);
    await browser.post('sessions', { token: await linkFor(victim) });
    expect(await whoIs(browser)).toBe(victim);
    expect(guestAccount).not.toBeNull();
    expect(await whoIs(new Client(api.url, guest))).toBe(guestAccount);
  });

  it.each([
    ['an empty cookie', 'uptake='],
    ['a quote', `uptake=' OR '1'='1`],
    ['the hash that the database holds', `uptake=${createHash('sha256').update('x').digest('hex')}`],
    ['a hundred thousand characters', `uptake=${'x'.repeat(10_000)}`],
    ['another name', `__Host-uptake=${randomUUID()}`],
  ])('is not opened by %s', async (_, cookie) => {
    expect(await whoIs(new Client(api.url, cookie))).toBeNull();
  });

  it('can’t be guessed by codes: after twenty wrong ones from one place nothing more is tried, not even the right', async () => {
    const victims = await Promise.all(Array.from({ length: 5 }, () => anAccount(api.db)));
    const rows = (await api.db.query('SELECT email::text FROM account WHERE id = ANY($1)', [victims])) as { email: string }[];
    const from = { headers: { 'x-forwarded-for': '10.9.9.9' } };
    const guesser = await api.as();
    const statuses: number[] = [];
    for (let guess = 0; guess < 24; guess += 1) {
      const body = { email: rows[guess % 5]?.email, code: String(guess).padStart(6, '0') };
      statuses.push((await guesser.post('sessions', body, from)).status);
    }
    expect(statuses).toEqual([...Array<number>(20).fill(422), ...Array<number>(4).fill(429)]);
    const right = { token: await linkFor(victims[0] as string) };
    expect((await guesser.post('sessions', right, from)).status).toBe(429);
    expect((await guesser.post('sessions', right, { headers: { 'x-forwarded-for': '10.9.9.10' } })).status).toBe(201);
  });

  it('right sign-ins from one place are not counted: a ministry may share an address', async () => {
    const from = { headers: { 'x-forwarded-for': '10.8.8.8' } };
    const statuses = [];
    for (let count = 0; count < 25; count += 1) {
      const token = await linkFor(await anAccount(api.db));
      statuses.push((await (await api.as()).post('sessions', { token }, from)).status);
    }
    expect(new Set(statuses)).toEqual(new Set([201]));
  });

  it('mails to one address stop after five in a quarter of an hour', async () => {
    const email = `${randomUUID()}@example.org`;
    const stranger = await api.as();
    const statuses = [];
    for (let count = 0; count < 6; count += 1)
      statuses.push((await stranger.post('sign-in-links', { email: count % 2 ? email : email.toUpperCase() })).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  });

  it('the code of a room can’t be guessed either', async () => {
    const from = { headers: { 'x-forwarded-for': '10.7.7.7' } };
    const guesser = await api.as();
    const letters = '23456789ABCDEFGHJKMNPQRSTWXYZ';
    const statuses: number[] = [];
    for (let guess = 0; guess < 70; guess += 1) {
      const code = `ZZZZ${letters[guess % 29]}${letters[Math.floor(guess / 29)]}`;
      statuses.push((await guesser.get(`rooms/${code}`, from)).status);
    }
    expect(statuses.filter((status) => status === 404)).toHaveLength(60);
    expect(statuses.slice(60)).toEqual(Array<number>(10).fill(429));
  });
});
