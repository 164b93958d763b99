import { randomUUID } from 'node:crypto';
import { aBallot, aMembership, anAccount, anAssignment, anInstitution, aRecommendation, aSource, aWorkshop } from '../support/builders';
import type { Client } from '../support/client';
import { callRoute, routesOf } from '../support/routes-of';
import { type RunningApi, runningApi } from '../support/running-api';
import { Screen } from '../support/screen';
import { tell } from '../support/tell';

const SECRET = 'Xylophone';

/** Bodies that would be right, so that nothing but the right is missing. */
const bodies: Record<string, unknown> = {
  'PATCH /recommendations/:id': { text: 'Another text, better than before.', reason: 'It reads better.' },
  'POST /recommendations/:id/decision': { decision: 'adopt' },
  'POST /recommendations/:id/assignments': { institutionId: randomUUID(), part: 'lead' },
  'PATCH /assignments/:id': { dueOn: '2027-01-01' },
  'POST /assignments/:id/verification': { verification: 'verified' },
  'POST /assignments/:id/updates': { implementation: 'in_progress', done: 'It has begun.' },
  'PUT /ballots/:id/votes/:recommendationId': { choice: 'agree' },
  'PATCH /sources/:id': { visibility: 'public' },
  'PATCH /workshops/:id': { title: 'Ours now' },
  'POST /workshops/:id/participants': { constituency: 'other', part: 'participant', name: 'Eve' },
};

describe('a source for its members', () => {
  let api: RunningApi;
  let ids: Record<string, string>;
  let institution: string;
  let outsiders: Client[];
  let member: Client;

  beforeAll(async () => {
    api = await runningApi();
    const source = await aSource(api.db, { title: `${SECRET} plan`, visibility: 'members' });
    const recommendation = await aRecommendation(api.db, source, { lifecycle: 'adopted', text: `${SECRET} text`, reference: 'XYLO-1' });
    const workshop = await aWorkshop(api.db, { source_id: source, title: `${SECRET} workshop` });
    institution = await anInstitution(api.db);
    ids = {
      sources: source,
      recommendations: recommendation,
      workshops: workshop,
      ballots: await aBallot(api.db, workshop, [recommendation]),
      assignments: await anAssignment(api.db, recommendation, source, institution, { due_on: '2020-01-01' }),
    };
    const insider = await anAccount(api.db);
    await aMembership(api.db, insider, 'coordinator', 'source', source);
    member = await api.as(insider);
    const elsewhere = await anAccount(api.db);
    await aMembership(api.db, elsewhere, 'coordinator', 'source', await aSource(api.db, { title: 'Another plan' }));
    outsiders = [await api.as(), await api.as(await anAccount(api.db)), await api.as(elsewhere)];
    await tell(api, [`source:${source}`, `recommendation:${recommendation}`], 1);
  });
  afterAll(() => api.stop());

  const guarded = () => routesOf(api).filter(({ path }) => /^\/(sources|recommendations|assignments|workshops|ballots)\/:id/.test(path));

  it('answers outsiders on every route as if it were not there', async () => {
    const routes = guarded();
    expect(routes.length).toBeGreaterThan(25);
    for (const outsider of outsiders) {
      for (const route of routes) {
        const body = bodies[`${route.method} ${route.path}`];
        const real = await callRoute(outsider, route, (collection, parameter) => idOf(collection, parameter), body);
        const missing = await callRoute(outsider, route, () => randomUUID(), body);
        const told = ({ status, body: answer }: typeof real) => [route.method, route.path, status, { ...answer, instance: '' }];
        expect(told(real)).toEqual(told(missing));
        expect(real.status).toBeGreaterThanOrEqual(400);
        expect(real.status).toBeLessThan(500);
      }
    }
  }, 60_000);

  const idOf = (collection: string, parameter: string): string =>
    (parameter === 'recommendationId' ? ids['recommendations'] : ids[collection]) ?? randomUUID();

  it('is read by its coordinator on every one of these routes', async () => {
    for (const route of guarded().filter(({ method, path }) => method === 'GET' && !/^\/(workshops|ballots)/.test(path))) {
      if (route.path.endsWith('report-form')) continue;
      const { status } = await callRoute(member, route, (collection) => ids[collection] ?? randomUUID());
      expect([route.path, status]).toEqual([route.path, 200]);
    }
  });

  it.each([
    'sources',
    'recommendations',
    `recommendations?q=${SECRET}`,
    'recommendations?q=XYLO-1',
    'workshops',
    'recommendations?status=overdue',
  ])('shows in no list, no search and no count of outsiders: %s', async (path) => {
    const separator = path.includes('?') ? '&' : '?';
    for (const outsider of outsiders) {
      const { body } = await outsider.get(`${path}${separator}limit=100`);
      expect(JSON.stringify(body)).not.toMatch(new RegExp(`${SECRET}|XYLO|${ids['sources']}|${ids['recommendations']}`, 'i'));
    }
  });

  it('can’t be asked for by filter', async () => {
    for (const outsider of outsiders) {
      const { body } = await outsider.get<{ total: number; items: unknown[] }>(`recommendations?source=${ids['sources']}`);
      expect([body.total, body.items]).toEqual([0, []]);
    }
  });

  it('leaves no trace in the public record of the institution that works on it', async () => {
    const other = await anInstitution(api.db);
    for (const outsider of outsiders.slice(0, 2)) {
      const [one, none] = [await outsider.get(`institutions/${institution}`), await outsider.get(`institutions/${other}`)];
      expect(one.body['record']).toBeDefined();
      expect(one.body['record']).toEqual(none.body['record']);
    }
  });

  it('tells its activity neither by HTTP nor by socket', async () => {
    const streams = [`source:${ids['sources']}`, `recommendation:${ids['recommendations']}`, `workshop:${ids['workshops']}`];
    for (const outsider of outsiders) {
      const screen = await Screen.open(outsider);
      for (const stream of streams) {
        const missing = await outsider.get(`activity?stream=${stream.split(':')[0]}:${randomUUID()}`);
        const real = await outsider.get(`activity?stream=${stream}`);
        expect([real.status, { ...real.body, instance: '' }]).toEqual([404, { ...missing.body, instance: '' }]);
        expect(await screen.join(stream)).toEqual({ ok: false, code: 'not_found' });
      }
      screen.close();
    }
    expect((await member.get<{ items: unknown[] }>(`activity?stream=source:${ids['sources']}`)).body.items).toHaveLength(1);
  });

  it('was changed by none of this', async () => {
    const [row] = (await api.db.query(
      `SELECT visibility, source.revision, lifecycle, text, due_on::text, implementation, verification, workshop.title
       FROM source JOIN recommendation ON recommendation.source_id = source.id JOIN assignment ON assignment.source_id = source.id
       JOIN workshop ON workshop.source_id = source.id WHERE source.id = $1`,
      [ids['sources']],
    )) as object[];
    expect(row).toEqual({
      visibility: 'members',
      revision: 1,
      lifecycle: 'adopted',
      text: `${SECRET} text`,
      due_on: '2020-01-01',
      implementation: 'not_started',
      verification: 'unverified',
      title: `${SECRET} workshop`,
    });
  });
});
