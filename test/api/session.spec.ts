import { aMembership, anAccount } from '../support/builders';
import { type RunningApi, runningApi } from '../support/running-api';

describe('a session', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runningApi();
  });
  afterAll(() => api.stop());

  it('tells nobody that they are nobody', async () => {
    const { status, body } = await (await api.as()).get('session');
    expect(status).toBe(200);
    expect(body).toEqual({ accountId: null, person: null, memberships: [] });
  });

  it('tells a person who they are and which roles they hold', async () => {
    const id = await anAccount(api.db, { name: 'Noor Example' });
    await aMembership(api.db, id, 'administrator', 'system', null);
    const { body } = await (await api.as(id)).get('session');
    expect(body).toMatchObject({
      accountId: id,
      person: { name: 'Noor Example' },
      memberships: [{ role: 'administrator', scope: 'system', scopeId: null }],
    });
  });

  it('ends everywhere at once', async () => {
    const id = await anAccount(api.db);
    const [phone, desk] = [await api.as(id), await api.as(id)];
    expect((await phone.delete('sessions')).status).toBe(204);
    expect((await desk.get('session')).body).toMatchObject({ accountId: null });
  });
});
