import type { ActivityPage } from '@uptake/activity/contracts';
import type { AssignedAsNamed, Assignment, Assignments, Duties, NamedAssignments } from '@uptake/assignments/contracts';
import { Clock } from '@uptake/platform/config';
import { aMembership, anAccount, anAssignment, anInstitution, aRecommendation, aSource } from '../support/builders';
import type { Client } from '../support/client';
import { type RunningApi, runningApi } from '../support/running-api';

const noon = new Clock();
noon.now = () => new Date('2026-06-20T12:00:00Z');

describe('assignments', () => {
  let api: RunningApi;
  let source: string;
  let coordinator: Client;
  let coordinatorId: string;
  let police: string;
  let defence: string;
  let focalPoint: Client;
  let focalPointId: string;
  const nobody = () => api.as();
  const adopted = (values = {}) => aRecommendation(api.db, source, { lifecycle: 'adopted', ...values });
  const path = (recommendation: string) => `recommendations/${recommendation}/assignments`;
  const person = async (role: string, scope: string, id: string): Promise<[Client, string]> => {
    const account = await anAccount(api.db);
    await aMembership(api.db, account, role, scope, id);
    return [await api.as(account), account];
  };
  const assigned = async (recommendation: string, more: object = {}): Promise<Assignment> => {
    const { status, body } = await coordinator.post<Assignment>(path(recommendation), { institutionId: police, part: 'lead', ...more });
    expect(status).toBe(201);
    return body;
  };
  const facts = async (who: Client, stream: string) =>
    (await who.get<ActivityPage>(`activity?stream=${stream}`)).body.items.map(({ type, data }) => ({ type, data }));

  beforeAll(async () => {
    api = await runningApi({}, noon);
    source = await aSource(api.db, { time_zone: 'Europe/Brussels' });
    police = await anInstitution(api.db, { name: 'Federal Police', kind: 'police' });
    defence = await anInstitution(api.db, { name: 'Ministry of Defence' });
    [coordinator, coordinatorId] = await person('coordinator', 'source', source);
    [focalPoint, focalPointId] = await person('focal_point', 'institution', police);
  });
  afterAll(() => api.stop());

  it('name one lead and further supporting institutions, the lead first', async () => {
    const recommendation = await adopted();
    await assigned(recommendation, { institutionId: defence, part: 'supporting' });
    await assigned(recommendation, { dueOn: '2026-09-30', frequency: 'quarterly' });
    const { status, body } = await (await nobody()).get<Assignments>(path(recommendation));
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { institution: { name: 'Federal Police' }, part: 'lead', dueOn: '2026-09-30', frequency: 'quarterly', response: 'awaiting' },
      { institution: { name: 'Ministry of Defence' }, part: 'supporting', dueOn: null },
    ]);
    expect(Object.values(body.items[0]?.may ?? {})).toEqual([false, false, false, false, false]);
  });

  it('refuse a second lead with the name of the first', async () => {
    const recommendation = await adopted();
    await assigned(recommendation);
    const second = await coordinator.post(path(recommendation), { institutionId: defence, part: 'lead' });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'lead_taken', params: { institution: 'Federal Police' } });
    expect(second.body['detail']).toContain('Federal Police leads already');
  });

  it('have one winner when coordinators name leads at the same moment', async () => {
    const recommendation = await adopted();
    const bodies = await Promise.all(Array.from({ length: 8 }, () => anInstitution(api.db)));
    const answers = await Promise.all(
      bodies.map((institutionId) => coordinator.post(path(recommendation), { institutionId, part: 'lead' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    for (const { body } of answers.filter(({ status }) => status === 409)) expect(body).toMatchObject({ code: 'lead_taken' });
    await expect(anAssignment(api.db, recommendation, source, defence, { part: 'lead' })).rejects.toThrow('assignment_one_lead');
  });

  it('give an institution one part even when two are asked for at once', async () => {
    const recommendation = await adopted();
    const ask = () => coordinator.post(path(recommendation), { institutionId: police, part: 'supporting' });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'part_held' });
  });

  it('are only for what was adopted, and for institutions of the directory', async () => {
    const proposed = await aRecommendation(api.db, source);
    const answer = await coordinator.post(path(proposed), { institutionId: police, part: 'lead' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'not_adopted' } });
    const unknown = await coordinator.post(path(await adopted()), { institutionId: source, part: 'lead' });
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: 'institutionId' }] } });
  });

  it('are made by coordinators of this source alone', async () => {
    const recommendation = await adopted();
    const [foreign] = await person('coordinator', 'source', await aSource(api.db));
    const wanted = { institutionId: police, part: 'lead' };
    expect((await foreign.post(path(recommendation), wanted)).status).toBe(403);
    expect((await focalPoint.post(path(recommendation), wanted)).status).toBe(403);
    expect((await (await nobody()).post(path(recommendation), wanted)).status).toBe(401);
  });

  it('of a source for members are as good as missing for others', async () => {
    const closed = await aSource(api.db, { visibility: 'members' });
    await aMembership(api.db, coordinatorId, 'coordinator', 'source', closed);
    const recommendation = await aRecommendation(api.db, closed, { lifecycle: 'adopted' });
    const assignment = await assigned(recommendation, { institutionId: defence });
    const finding = { verification: 'under_review' };
    expect((await focalPoint.get(path(recommendation))).status).toBe(404);
    expect((await focalPoint.get(`assignments/${assignment.id}`)).status).toBe(404);
    expect((await focalPoint.patch(`assignments/${assignment.id}`, { part: 'lead' }, { ifMatch: 1 })).status).toBe(404);
    expect((await focalPoint.post(`assignments/${assignment.id}/verification`, finding)).status).toBe(404);
    expect((await focalPoint.delete(`assignments/${assignment.id}`)).status).toBe(404);
    expect((await focalPoint.post(path(recommendation), { institutionId: police, part: 'lead' })).status).toBe(404);
    expect((await focalPoint.get(`sources/${closed}/named-assignments`)).status).toBe(404);
    const [insider] = await person('focal_point', 'institution', defence);
    expect((await insider.get(path(recommendation))).status).toBe(200);
  });

  it('are answered by the institution, with a reason for all but a plain acceptance', async () => {
    const { id, revision } = await assigned(await adopted());
    const answer = (body: object, ifMatch = revision) => focalPoint.patch<Assignment>(`assignments/${id}`, body, { ifMatch });
    expect(await answer({ response: 'not_accepted' })).toMatchObject({ status: 422, body: { code: 'reason_missing' } });
    const partly = await answer({ response: 'partially_accepted', responseReason: 'Only for the north.' });
    expect(partly).toMatchObject({ status: 200, body: { response: 'partially_accepted', responseReason: 'Only for the north.' } });
    expect(await answer({ response: 'accepted' })).toMatchObject({ status: 412, body: { current: { response: 'partially_accepted' } } });
    expect((await answer({ response: 'accepted' }, partly.body.revision)).status).toBe(200);
    expect((await coordinator.patch(`assignments/${id}`, { response: 'accepted' }, { ifMatch: 3 })).status).toBe(403);
    expect((await focalPoint.patch(`assignments/${id}`, { response: 'accepted' })).status).toBe(428);
  });

  it('keep dates and parts for the coordinator', async () => {
    const { id, revision } = await assigned(await adopted(), { dueOn: '2026-06-30' });
    expect((await focalPoint.patch(`assignments/${id}`, { dueOn: '2027-01-01' }, { ifMatch: revision })).status).toBe(403);
    const moved = await coordinator.patch<Assignment>(`assignments/${id}`, { dueOn: '2026-06-19' }, { ifMatch: revision });
    expect(moved).toMatchObject({ status: 200, body: { dueOn: '2026-06-19', overdue: true, noUpdateReceived: false } });
    expect(await coordinator.patch(`assignments/${id}`, {}, { ifMatch: moved.body.revision })).toMatchObject({ status: 422 });
  });

  it('pass the lead on only after the first lead has given it up', async () => {
    const recommendation = await adopted();
    const lead = await assigned(recommendation);
    const second = await assigned(recommendation, { institutionId: defence, part: 'supporting' });
    const change = ({ id, revision }: Assignment, part: string) => coordinator.patch(`assignments/${id}`, { part }, { ifMatch: revision });
    expect(await change(second, 'lead')).toMatchObject({ status: 409, body: { code: 'lead_taken' } });
    expect((await change(lead, 'supporting')).status).toBe(200);
    expect((await change(second, 'lead')).status).toBe(200);
  });

  it('can be taken away and given back, unless somebody else leads by then', async () => {
    const recommendation = await adopted();
    const { id } = await assigned(recommendation);
    expect((await coordinator.delete(`assignments/${id}`)).status).toBe(204);
    expect((await coordinator.get<Assignments>(path(recommendation))).body.items).toEqual([]);
    expect(await coordinator.post(`assignments/${id}/restoration`)).toMatchObject({ status: 200, body: { part: 'lead' } });
    expect((await coordinator.delete(`assignments/${id}`)).status).toBe(204);
    expect((await coordinator.delete(`assignments/${id}`)).body).toMatchObject({ code: 'assignment_ended' });
    await assigned(recommendation, { institutionId: defence });
    expect(await coordinator.post(`assignments/${id}/restoration`)).toMatchObject({ status: 409, body: { code: 'lead_taken' } });
  });

  describe('that were reported on', () => {
    const reported = async (values = {}): Promise<string> =>
      anAssignment(api.db, await adopted(), source, police, { implementation: 'implemented', reported_at: noon.now(), ...values });
    const find = (who: Client, id: string, verification: string, reason = '') =>
      who.post<Assignment>(`assignments/${id}/verification`, { verification, reason });

    it('are verified by a coordinator', async () => {
      expect(await find(coordinator, await reported(), 'verified')).toMatchObject({ status: 200, body: { verification: 'verified' } });
    });

    it('come back with a reason, and not without', async () => {
      const id = await reported();
      expect(await find(coordinator, id, 'returned', ' ')).toMatchObject({ status: 422, body: { code: 'reason_missing' } });
      expect(await find(coordinator, id, 'returned', 'Which order?')).toMatchObject({ body: { verificationReason: 'Which order?' } });
      expect(await find(coordinator, id, 'disputed', 'No course was held.')).toMatchObject({ body: { verification: 'disputed' } });
    });

    it('are not verified before anybody claims that they are implemented', async () => {
      const id = await reported({ implementation: 'in_progress' });
      expect(await find(coordinator, id, 'verified')).toMatchObject({ status: 409, body: { code: 'not_claimed' } });
    });

    it('are not verified by those who report, nor by administrators', async () => {
      const id = await reported();
      const [both, account] = await person('coordinator', 'source', source);
      await aMembership(api.db, account, 'deputy', 'institution', police);
      expect(await find(both, id, 'verified')).toMatchObject({ status: 403, body: { code: 'may_not_verify' } });
      const administrator = await anAccount(api.db);
      await aMembership(api.db, administrator, 'administrator', 'system', null);
      expect((await find(await api.as(administrator), id, 'verified')).status).toBe(403);
      expect((await find(focalPoint, id, 'verified')).status).toBe(403);
    });
  });

  it('are told to who follows the recommendation, its source or the institution, and to its people', async () => {
    const recommendation = await adopted({ reference: 'TOLD' });
    const before = (await facts(focalPoint, `account:${focalPointId}`)).length;
    await assigned(recommendation, { dueOn: '2026-09-30' });
    const fact = {
      type: 'assignments.assigned',
      data: expect.objectContaining({ recommendationId: recommendation, institution: 'Federal Police', part: 'lead', dueOn: '2026-09-30' }),
    };
    expect(await facts(await nobody(), `recommendation:${recommendation}`)).toEqual([fact]);
    expect(await facts(await nobody(), `source:${source}`)).toContainEqual(fact);
    expect(await facts(focalPoint, `institution:${police}`)).toContainEqual(fact);
    const own = await facts(focalPoint, `account:${focalPointId}`);
    expect(own.slice(before)).toEqual([{ type: 'assignments.duties_changed', data: {} }]);
  });

  it('tell nobody who acts for an institution', async () => {
    const recommendation = await adopted();
    await assigned(recommendation);
    const { body } = await (await nobody()).get<ActivityPage>(`activity?stream=recommendation:${recommendation}`);
    expect(JSON.stringify(body)).not.toContain(focalPointId);
  });

  it('wait for an institution in the order in which they press', async () => {
    const customs = await anInstitution(api.db, { name: 'Customs' });
    const [officer] = await person('deputy', 'institution', customs);
    const duty = async (reference: string, values: Record<string, unknown>, recommendation = {}) =>
      anAssignment(api.db, await adopted({ reference, ...recommendation }), source, customs, { response: 'accepted', ...values });
    await duty('due', { due_on: '2026-07-15' });
    await duty('undated', {});
    await duty('awaiting', { response: 'awaiting', due_on: '2026-12-31' });
    await duty('late', { due_on: '2026-06-01' });
    await duty('later', { due_on: '2026-06-10', implementation: 'in_progress' });
    await duty('returned', { verification: 'returned', verification_reason: 'Which?', reported_at: noon.now() });
    await duty('done', { implementation: 'implemented', verification: 'verified' });
    await duty('taken away', { ended_at: noon.now() });
    await duty('withdrawn', { due_on: '2026-06-01' }, { lifecycle: 'withdrawn' });
    const { body } = await officer.get<Duties>('assignments/mine');
    expect(body.items.map(({ recommendation, urgency, daysLeft }) => [recommendation.reference, urgency, daysLeft])).toEqual([
      ['late', 'overdue', -19],
      ['later', 'overdue', -10],
      ['returned', 'returned', null],
      ['awaiting', 'awaiting', 194],
      ['due', 'due', 25],
      ['undated', 'undated', null],
    ]);
    expect(body.items[0]?.may).toEqual({ change: false, respond: true, report: true, claim: true, verify: false });
    expect((await coordinator.get<Duties>('assignments/mine')).body.items).toEqual([]);
  });

  describe('as the document names them', () => {
    let plan: string;
    const name = (recommendation: string, ...bodies: [string, boolean][]) =>
      Promise.all(
        bodies.map(([institution, coordinating], position) =>
          api.db.query('INSERT INTO named_institution VALUES ($1, $2, $3, $4)', [recommendation, institution, position, coordinating]),
        ),
      );
    const line = (values: object) => aRecommendation(api.db, plan, { lifecycle: 'adopted', ...values });

    beforeEach(async () => {
      plan = await aSource(api.db, { kind: 'plan' });
      await aMembership(api.db, coordinatorId, 'coordinator', 'source', plan);
      await name(await line({ reference: '1.a' }), [defence, false], [police, true]);
      await name(await line({ reference: '1.b' }), [defence, false]);
      await name(await line({ reference: '1.d', lifecycle: 'proposed' }), [defence, false]);
      await line({ reference: '1.c' });
    });

    it('are made all at once, with the coordinating body as lead', async () => {
      const counted = await coordinator.get<NamedAssignments>(`sources/${plan}/named-assignments`);
      expect(counted.body).toEqual({ waiting: 2, bodies: 3, unnamed: 1, assigned: 0, may: { assign: true } });
      const { status, body } = await coordinator.post<AssignedAsNamed>('recommendations/assignments', {
        sourceId: plan,
        as: 'named',
        dueOn: '2027-03-31',
        frequency: 'yearly',
      });
      expect(status).toBe(201);
      expect(body).toMatchObject({ recommendations: 2, assignments: 3 });
      expect(body.skipped.map(({ reference, code }) => `${reference} ${code}`).sort()).toEqual(['1.c no_body_named', '1.d not_adopted']);
      const rows: { reference: string; name: string; part: string; due: string }[] = await api.db.query(
        `SELECT reference, name, part, due_on::text AS due FROM assignment JOIN recommendation r ON r.id = recommendation_id
         JOIN institution ON institution.id = institution_id WHERE r.source_id = $1 ORDER BY reference, part`,
        [plan],
      );
      expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
        '1.a Federal Police lead 2027-03-31',
        '1.a Ministry of Defence supporting 2027-03-31',
        '1.b Ministry of Defence lead 2027-03-31',
      ]);
    });

    it('leave alone what is assigned already, so that doing it twice changes nothing', async () => {
      const both = () => coordinator.post<AssignedAsNamed>('recommendations/assignments', { sourceId: plan, as: 'named' });
      const answers = await Promise.all([both(), both()]);
      expect(answers.map(({ body }) => body.assignments).sort()).toEqual([0, 3]);
      const again = await both();
      expect(again.body.skipped.map(({ code }) => code).sort()).toEqual([
        'assigned_already',
        'assigned_already',
        'no_body_named',
        'not_adopted',
      ]);
    });

    it('are refused whole where one recommendation is somebody else’s or missing', async () => {
      const [own, foreign] = [await line({}), await aRecommendation(api.db, await aSource(api.db), { lifecycle: 'adopted' })];
      await name(own, [police, false]);
      const ask = (...recommendationIds: string[]) => coordinator.post('recommendations/assignments', { recommendationIds, as: 'named' });
      expect((await ask(own, foreign)).status).toBe(403);
      expect((await ask(own, police)).status).toBe(404);
      expect((await coordinator.get<Assignments>(path(own))).body.items).toEqual([]);
    });
  });
});
