import { aMembership, anAccount, anAssignment, anInstitution, aRecommendation, aSource } from '../support/builders';
import type { Client } from '../support/client';
import { type RunningApi, runningApi } from '../support/running-api';

interface Row {
  id: string;
  name: string;
  parentName: string | null;
  record: Record<string, number>;
}
interface Page {
  items: Row[];
  cursor: string | null;
  total: number;
  facets: { kind: Record<string, number> };
}

describe('institutions', () => {
  let api: RunningApi;
  let coordinator: Client;
  let nobody: Client;
  beforeAll(async () => {
    api = await runningApi();
    const account = await anAccount(api.db);
    await aMembership(api.db, account, 'coordinator', 'source', await aSource(api.db));
    [coordinator, nobody] = [await api.as(account), await api.as()];
  });
  afterAll(() => api.stop());

  const search = (q: string) =>
    nobody.get<Page>(`institutions?q=${encodeURIComponent(q)}`).then(({ body }) => body.items.map(({ name }) => name));

  it('are added by a coordinator and open to everybody', async () => {
    const { status, body } = await coordinator.post('institutions', { name: 'Ministry of Health', kind: 'ministry', aliases: ['Health'] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Ministry of Health', revision: 1, may: { edit: true }, timeZone: 'UTC', children: [] });
    const seen = await nobody.get(`institutions/${String(body['id'])}`);
    expect(seen.body).toMatchObject({ name: 'Ministry of Health', may: { edit: false } });
  });

  it('are not added by visitors, nor by people without a role', async () => {
    const profile = { name: 'Ministry of Magic', kind: 'ministry' };
    expect((await nobody.post('institutions', profile)).status).toBe(401);
    const somebody = await api.as(await anAccount(api.db));
    expect((await somebody.post('institutions', profile)).status).toBe(403);
  });

  it('have a name once, whatever its case', async () => {
    await coordinator.post('institutions', { name: 'Ministry of Trade', kind: 'ministry' });
    const again = await coordinator.post('institutions', { name: 'ministry of trade', kind: 'ministry' });
    expect(again).toMatchObject({ status: 409, body: { code: 'institution_exists' } });
  });

  it('are found by name, alias and the name of their whole, without accents and with a slip of the pen', async () => {
    const whole = await anInstitution(api.db, { name: 'Ministère de la Défense', aliases: ['Armée'] });
    await anInstitution(api.db, { name: 'Training Command', parent_id: whole });
    expect(await search('defense')).toEqual(['Ministère de la Défense', 'Training Command']);
    expect(await search('armee')).toEqual(['Ministère de la Défense']);
    expect(await search('trainning comand')).toEqual(['Training Command']);
    expect(await search('100%_')).toEqual([]);
  });

  it('are listed by kind, page after page, none twice and none left out', async () => {
    await Promise.all(Array.from({ length: 7 }, (_, index) => anInstitution(api.db, { name: `Agency ${index}`, kind: 'agency' })));
    const names: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page = (await nobody.get<Page>(`institutions?kind=agency&limit=3${cursor && `&cursor=${cursor}`}`)).body;
      expect(page.total).toBe(7);
      expect(page.facets.kind['ministry']).toBeGreaterThan(0);
      names.push(...page.items.map(({ name }) => name));
      cursor = page.cursor;
    }
    expect(names).toEqual(Array.from({ length: 7 }, (_, index) => `Agency ${index}`));
    expect((await nobody.get('institutions?cursor=bogus')).status).toBe(400);
  });

  it('have a record that counts public sources only', async () => {
    const institution = await anInstitution(api.db);
    const [open, closed] = [await aSource(api.db), await aSource(api.db, { visibility: 'members' })];
    const assigned = async (source: string, values: object) =>
      anAssignment(api.db, await aRecommendation(api.db, source), source, institution, { ...values });
    await assigned(open, { due_on: '2020-01-01' });
    await assigned(open, { part: 'supporting', due_on: '2020-01-01', answered_version: 1 });
    await assigned(open, { implementation: 'implemented', verification: 'verified', due_on: '2020-01-01' });
    await assigned(open, { implementation: 'implemented', ended_at: new Date() });
    await assigned(closed, { due_on: '2020-01-01' });
    const { body } = await nobody.get<Row>(`institutions/${institution}`);
    expect(body.record).toEqual({ assigned: 3, leading: 2, due: 0, overdue: 1, implemented: 1, verified: 1 });
  });

  it('are changed by their own people, field by field, and a stale change is refused with the state as it is', async () => {
    const id = await anInstitution(api.db, { description: 'Directs police policy.', time_zone: 'Europe/Brussels' });
    const account = await anAccount(api.db, { name: 'Femke Example' });
    await aMembership(api.db, account, 'focal_point', 'institution', id);
    const focalPoint = await api.as(account);
    const changed = await focalPoint.patch(`institutions/${id}`, { activities: 'Trains officers.' }, { ifMatch: 1 });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      revision: 2,
      activities: 'Trains officers.',
      description: 'Directs police policy.',
      timeZone: 'Europe/Brussels',
      focalPoints: [{ name: 'Femke Example', role: 'focal_point' }],
    });
    const stale = await coordinator.patch(`institutions/${id}`, { activities: 'Nothing.' }, { ifMatch: 1 });
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale', current: { revision: 2, activities: 'Trains officers.' } } });
    expect((await focalPoint.patch(`institutions/${id}`, {})).status).toBe(428);
    expect((await nobody.get(`institutions/${id}`)).body).toMatchObject({ focalPoints: [] });
  });

  it('are not changed by the people of others', async () => {
    const account = await anAccount(api.db);
    await aMembership(api.db, account, 'focal_point', 'institution', await anInstitution(api.db));
    const foreign = await (await api.as(account)).patch(`institutions/${await anInstitution(api.db)}`, { activities: 'x' }, { ifMatch: 1 });
    expect(foreign.status).toBe(403);
  });

  it('stand under a whole, one level deep and never in a circle', async () => {
    const [whole, part] = [await anInstitution(api.db), await anInstitution(api.db)];
    expect((await coordinator.patch(`institutions/${part}`, { parentId: whole }, { ifMatch: 1 })).status).toBe(200);
    const under = (child: string, parentId: string, ifMatch: number) =>
      coordinator.patch(`institutions/${child}`, { parentId }, { ifMatch });
    expect((await under(whole, part, 1)).body).toMatchObject({ code: 'institution_parent_nested' });
    expect((await under(part, part, 2)).body).toMatchObject({ code: 'institution_parent_itself' });
    expect((await nobody.get(`institutions/${whole}`)).body).toMatchObject({ children: [{ id: part }] });
  });

  it('take links by http only', async () => {
    const refused = await coordinator.post('institutions', { name: 'Linked', kind: 'other', website: 'javascript:alert(1)' });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'website' }] } });
  });
});
