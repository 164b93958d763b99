import { randomUUID } from 'node:crypto';
import { aMembership, anAccount, aSource } from '../support/builders';
import type { Client } from '../support/client';
import { callRoute, routesOf } from '../support/routes-of';
import { type RunningApi, runningApi } from '../support/running-api';

interface Answer {
  id: string;
  code: string;
  revision: number;
}

describe('a forged request', () => {
  let api: RunningApi;
  let account: string;
  let person: Client;

  beforeAll(async () => {
    api = await runningApi();
  });
  beforeEach(async () => {
    account = await anAccount(api.db, { email: `${randomUUID()}@example.org` });
    await aMembership(api.db, account, 'coordinator', 'source', await aSource(api.db));
    person = await api.as(account);
  });
  afterAll(() => api.stop());

  it.each([
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page in a sandbox', { origin: 'null' }],
    ['a site that begins like ours', { origin: 'http://localhost:4200.evil.example' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('from %s is refused on every route that changes something', async (_, headers) => {
    const commands = routesOf(api).filter(({ method }) => method !== 'GET');
    expect(commands.length).toBeGreaterThan(20);
    for (const route of commands) {
      const { status, body } = await callRoute(person, route, () => randomUUID(), {}, headers);
      expect([route.method, route.path, status, body['code']]).toEqual([route.method, route.path, 403, 'foreign_origin']);
    }
  });

  it('from our own pages goes through', async () => {
    const own = { origin: 'http://localhost:4200', 'sec-fetch-site': 'same-origin' };
    const { status } = await person.patch('me', { name: 'Noor' }, { ifMatch: 1, headers: own });
    expect(status).toBe(200);
  });

  it('as a form of old, which needs no leave to be sent, changes nothing', async () => {
    for (const type of ['text/plain', 'multipart/form-data; boundary=x']) {
      const { status } = await person.post('institutions', JSON.stringify({ name: 'Forged', kind: 'ministry' }), {
        headers: { 'content-type': type },
      });
      expect([415, 422]).toContain(status);
    }
    expect(await api.db.query(`SELECT FROM institution WHERE name = 'Forged'`)).toEqual([]);
  });

  it('with more in its body than is asked for changes nothing of that', async () => {
    const stolen = {
      id: randomUUID(),
      revision: 99,
      kind: 'guest',
      email: 'eve@evil.example',
      memberships: [{ role: 'administrator' }],
      role: 'administrator',
    };
    const { status, body } = await person.patch<{ person: object }>('me', { name: 'Noor', ...stolen }, { ifMatch: 1 });
    expect(status).toBe(200);
    expect(body.person).toMatchObject({ id: account, name: 'Noor', revision: 2 });
    const rows = (await api.db.query('SELECT kind, email::text FROM account WHERE id = $1', [account])) as {
      kind: string;
      email: string;
    }[];
    expect(rows[0]?.kind).toBe('person');
    expect(rows[0]?.email).not.toContain('evil');
    const memberships = (await api.db.query('SELECT role FROM membership WHERE account_id = $1', [account])) as { role: string }[];
    expect(memberships).toEqual([{ role: 'coordinator' }]);
  });

  it('that names the id and revision of a new thing gets others', async () => {
    const [id, joinCode] = [randomUUID(), 'AAAAAA'];
    const workshop = {
      kind: 'workshop',
      title: 'Mine',
      startsOn: '2026-03-12',
      endsOn: '2026-03-12',
      timeZone: 'UTC',
      createdBy: randomUUID(),
    };
    const made = await person.post<Answer & { joinCode: string }>('workshops', { ...workshop, id, revision: 7, joinCode });
    expect(made.status).toBe(201);
    expect(made.body.id).not.toBe(id);
    expect(made.body.joinCode).not.toBe(joinCode);
    expect(made.body.revision).toBe(1);
  });

  it('with a revision of long ago overwrites nothing', async () => {
    const { body } = await person.post<Answer>('institutions', { name: `Ministry ${randomUUID()}`, kind: 'ministry' });
    const path = `institutions/${body.id}`;
    await person.patch(path, { description: 'Second' }, { ifMatch: 1 });
    const [stale, never, many] = [
      await person.patch<Answer>(path, { description: 'Third' }, { ifMatch: 1 }),
      await person.patch<Answer>(path, { description: 'Third' }, { ifMatch: 3 }),
      await person.patch<Answer>(path, { description: 'Third' }, { headers: { 'if-match': '*' } }),
    ];
    expect([stale.status, never.status, many.status]).toEqual([412, 412, 428]);
    expect((await person.get<{ description: string }>(path)).body.description).toBe('Second');
  });

  it('of two that change the same revision at once, one wins and the other is told', async () => {
    const { body } = await person.post<Answer>('institutions', { name: `Ministry ${randomUUID()}`, kind: 'ministry' });
    const change = (description: string) => person.patch(`institutions/${body.id}`, { description }, { ifMatch: 1 });
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(change));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
  });

  it('that reaches for the prototype reaches nothing', async () => {
    const { status } = await person.patch('me', '{"name":"Noor","__proto__":{"isAdministrator":true}}', { ifMatch: 1 });
    expect(status).toBe(400);
    expect(({} as Record<string, unknown>)['isAdministrator']).toBeUndefined();
  });

  it.each([
    ['nested a hundred thousand deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, 422],
    ['of six megabytes of one word', JSON.stringify({ name: 'x'.repeat(5_900_000), kind: 'ministry' }), 422, 422],
    ['larger than anything', JSON.stringify({ name: 'x'.repeat(6_400_000), kind: 'ministry' }), 413, 413],
  ])('with a body %s is refused and stops nobody', async (_, body, ...statuses) => {
    expect(statuses).toContain((await person.post('institutions', body)).status);
    expect((await person.get('session')).status).toBe(200);
  });

  it('with an endless idempotency key is refused', async () => {
    const { status } = await person.post(
      'institutions',
      { name: 'Ministry', kind: 'ministry' },
      { headers: { 'idempotency-key': 'k'.repeat(101) } },
    );
    expect(status).toBe(400);
  });
});
