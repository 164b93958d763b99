import type { ActivityPage } from '@uptake/activity/contracts';
import type { Assignment } from '@uptake/assignments/contracts';
import { Clock, Settings } from '@uptake/platform/config';
import type { ReportedUpdate, ReportForm, StatusUpdates } from '@uptake/progress/contracts';
import { signReportToken } from '@uptake/progress/server';
import { aMembership, anAccount, anAssignment, anInstitution, aRecommendation, aSource } from '../support/builders';
import type { Client } from '../support/client';
import { type RunningApi, runningApi } from '../support/running-api';

const noon = new Date('2026-06-20T12:00:00Z');
const clock = new Clock();
const link = { kind: 'link', title: 'Order of service', url: 'https://police.example/order-12' };
const progress = { implementation: 'in_progress', done: 'A first course was held.' };
const claim = { implementation: 'implemented', done: 'Every officer was trained.', evidence: [link] };

describe('reports', () => {
  let api: RunningApi;
  let source: string;
  let police: string;
  let focalPoint: Client;
  let focalPointId: string;
  const nobody = () => api.as();
  const aTask = async (
    values: Record<string, unknown> = {},
    recommendation: Record<string, unknown> = {},
  ): Promise<{ id: string; recommendation: string }> => {
    const on = await aRecommendation(api.db, source, { lifecycle: 'adopted', ...recommendation });
    return { id: await anAssignment(api.db, on, source, police, values), recommendation: on };
  };
  const report = (id: string, body: object, who = focalPoint) => who.post<ReportedUpdate>(`assignments/${id}/updates`, body);
  const standing = async (id: string) => (await focalPoint.get<Assignment>(`assignments/${id}`)).body;

  beforeAll(async () => {
    api = await runningApi({}, clock);
    source = await aSource(api.db, { visibility: 'members', title: 'Second action plan' });
    police = await anInstitution(api.db, { name: 'Federal Police' });
    focalPointId = await anAccount(api.db, { name: 'Noor Example' });
    await aMembership(api.db, focalPointId, 'focal_point', 'institution', police);
    focalPoint = await api.as(focalPointId);
  });
  beforeEach(() => {
    clock.now = () => noon;
  });
  afterAll(() => api.stop());

  it('say where an institution stands, with a sentence', async () => {
    const { id, recommendation } = await aTask();
    const { status, body } = await report(id, { ...progress, obstacles: 'No trainers in the north.', nextStep: 'Hire two.' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...progress, institution: { name: 'Federal Police' }, part: 'lead', recommendationId: recommendation });
    expect(await standing(id)).toMatchObject({ implementation: 'in_progress', reportedAt: expect.any(String), verification: 'unverified' });
  });

  it.each([
    ['without a sentence', { implementation: 'in_progress', done: ' ' }],
    ['with a state that there is not', { implementation: 'overdue', done: 'It is late.' }],
    ['of more than 200 words', { implementation: 'in_progress', done: 'word '.repeat(201) }],
    ['with evidence that runs a script', { ...claim, evidence: [{ ...link, url: 'javascript:alert(1)' }] }],
    ['with evidence that nobody named', { ...claim, evidence: [{ ...link, title: '' }] }],
  ])('%s are refused', async (_, body) => {
    const { id } = await aTask();
    expect(await report(id, body)).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await standing(id)).toMatchObject({ implementation: 'not_started', revision: 1 });
  });

  it('that claim implementation need evidence, and the lead', async () => {
    const { id } = await aTask();
    expect(await report(id, { ...claim, evidence: [] })).toMatchObject({ status: 422, body: { code: 'claim_without_evidence' } });
    const supporting = await aTask({ part: 'supporting' });
    expect(await report(supporting.id, claim)).toMatchObject({ status: 409, body: { code: 'claim_not_lead' } });
    const accepted = await report(id, { ...claim, evidence: [link, { kind: 'figure', title: 'Officers trained', figure: '412 of 412' }] });
    expect(accepted.body.evidence).toMatchObject([
      { kind: 'link', url: link.url, figure: null },
      { kind: 'figure', url: null, figure: '412 of 412' },
    ]);
  });

  it('follow the table of states', async () => {
    const { id } = await aTask({ implementation: 'implemented' });
    const back = { implementation: 'not_started', done: 'We begin again.' };
    expect(await report(id, back)).toMatchObject({ status: 409, body: { code: 'status_not_next' } });
  });

  it('are refused for what was withdrawn, taken away or only consulted', async () => {
    expect((await report((await aTask({}, { lifecycle: 'withdrawn' })).id, progress)).body).toMatchObject({ code: 'not_adopted' });
    expect((await report((await aTask({ part: 'consulted' })).id, progress)).status).toBe(403);
    await aTask(); // Without a part that stands, its people may not even read a source for members.
    expect((await report((await aTask({ ended_at: noon })).id, progress)).body).toMatchObject({ code: 'assignment_ended' });
  });

  it('come from people of the institution alone', async () => {
    const { id, recommendation } = await aTask();
    const outsider = await anAccount(api.db);
    await aMembership(api.db, outsider, 'focal_point', 'institution', await anInstitution(api.db));
    const coordinator = await anAccount(api.db);
    await aMembership(api.db, coordinator, 'coordinator', 'source', source);
    expect((await report(id, progress, await api.as(outsider))).status).toBe(404);
    expect((await report(id, progress, await api.as(coordinator))).status).toBe(403);
    expect((await report(id, progress, await nobody())).status).toBe(401);
    expect((await (await api.as(outsider)).get(`assignments/${id}/report-form`)).status).toBe(404);
    expect((await (await nobody()).get(`recommendations/${recommendation}/updates`)).status).toBe(404);
  });

  it('answer the date that is due, and a recurring one moves on', async () => {
    const once = await aTask({ due_on: '2026-06-30' });
    expect((await report(once.id, progress)).body.nextDueOn).toBeNull();
    expect(await standing(once.id)).toMatchObject({ dueOn: '2026-06-30', overdue: false });
    const quarterly = await aTask({ due_on: '2026-06-30', frequency: 'quarterly' });
    expect((await report(quarterly.id, progress)).body.nextDueOn).toBe('2026-09-30');
    const early = await aTask({ due_on: '2026-12-31', frequency: 'quarterly' });
    expect((await report(early.id, progress)).body.nextDueOn).toBe('2026-12-31');
  });

  it('ask for verification anew after a return', async () => {
    const returned = { implementation: 'implemented', verification: 'returned', verification_reason: 'Which order?', reported_at: noon };
    const { id } = await aTask(returned);
    expect((await focalPoint.get<ReportForm>(`assignments/${id}/report-form`)).body.returnedBecause).toBe('Which order?');
    await report(id, claim);
    expect(await standing(id)).toMatchObject({ verification: 'unverified', verificationReason: '' });
  });

  it('are listed newest first with their evidence, and never with who wrote them', async () => {
    const { id, recommendation } = await aTask();
    await report(id, progress);
    clock.now = () => new Date(noon.getTime() + 60_000);
    await report(id, claim);
    const { body } = await focalPoint.get<StatusUpdates>(`recommendations/${recommendation}/updates`);
    expect(body.items.map(({ implementation, evidence }) => [implementation, evidence.length])).toEqual([
      ['implemented', 1],
      ['in_progress', 0],
    ]);
    expect(JSON.stringify(body)).not.toContain('Noor');
  });

  it('are told on the timeline', async () => {
    const { id, recommendation } = await aTask();
    await report(id, claim);
    const { body } = await focalPoint.get<ActivityPage>(`activity?stream=recommendation:${recommendation}`);
    expect(body.items).toMatchObject([
      {
        type: 'progress.reported',
        data: { institution: 'Federal Police', implementation: 'implemented', before: 'not_started', done: claim.done, evidence: 1 },
      },
    ]);
  });

  it('sent twice with one key are kept once, and at once are each kept or refused whole', async () => {
    const { id, recommendation } = await aTask();
    const headers = { 'idempotency-key': 'the same report' };
    const send = () => focalPoint.post<ReportedUpdate>(`assignments/${id}/updates`, progress, { headers });
    const [first, second] = [await send(), await send()];
    expect(second.body.id).toBe(first.body.id);
    const several = await Promise.all([report(id, progress), report(id, progress), report(id, progress)]);
    expect(several.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await focalPoint.get<StatusUpdates>(`recommendations/${recommendation}/updates`)).body.items).toHaveLength(4);
  });

  it('begin from the one before', async () => {
    const { id } = await aTask({ due_on: '2026-06-30', frequency: 'quarterly' });
    await report(id, { ...progress, nextStep: 'Hire two.' });
    const { body } = await focalPoint.get<ReportForm>(`assignments/${id}/report-form`);
    expect(body).toMatchObject({
      recommendation: { sourceTitle: 'Second action plan' },
      current: 'in_progress',
      dueOn: '2026-09-30',
      previous: { done: progress.done, nextStep: 'Hire two.', evidence: [] },
      reporter: null,
    });
    expect(body.choices).toEqual(expect.arrayContaining(['in_progress', 'implemented', 'blocked']));
    const { body: supporting } = await focalPoint.get<ReportForm>(`assignments/${(await aTask({ part: 'supporting' })).id}/report-form`);
    expect(supporting.choices).not.toContain('implemented');
  });

  describe('by the link of a reminder', () => {
    const tokenOf = (assignmentId: string, more: object = {}) =>
      signReportToken(api.app.get(Settings).secret, {
        assignmentId,
        accountId: focalPointId,
        dueVersion: 1,
        expiresAt: new Date('2026-07-20T00:00:00Z'),
        ...more,
      });
    const look = async (token: string) => (await nobody()).get<ReportForm>(`report-links/${token}`);
    const send = async (token: string, body: object = progress) =>
      (await nobody()).post<ReportedUpdate>(`report-links/${token}/updates`, body);

    it('open the form without signing in, and change nothing by opening it', async () => {
      const { id } = await aTask({ due_on: '2026-06-30' });
      const before = await api.db.query('SELECT * FROM assignment WHERE id = $1', [id]);
      const { status, body } = await look(tokenOf(id));
      await look(tokenOf(id));
      expect(status).toBe(200);
      expect(body).toMatchObject({ assignmentId: id, institution: { name: 'Federal Police' }, reporter: 'Noor Example', previous: null });
      expect(await api.db.query('SELECT * FROM assignment WHERE id = $1', [id])).toEqual(before);
    });

    it('are kept as the person whom the link was made for, and once', async () => {
      const { id } = await aTask({ due_on: '2026-06-30' });
      expect((await send(tokenOf(id))).status).toBe(201);
      expect(await api.db.query('SELECT author, due_on::text FROM status_update WHERE assignment_id = $1', [id])).toEqual([
        { author: focalPointId, due_on: '2026-06-30' },
      ]);
      expect(await send(tokenOf(id))).toMatchObject({ status: 410, body: { code: 'report_link_answered' } });
      expect(await look(tokenOf(id))).toMatchObject({ status: 410, body: { code: 'report_link_answered' } });
    });

    it('are kept once when sent twice at the same moment', async () => {
      const { id } = await aTask({ due_on: '2026-06-30', frequency: 'quarterly' });
      const answers = await Promise.all([send(tokenOf(id)), send(tokenOf(id)), send(tokenOf(id))]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410]);
    });

    it('are refused once the date has moved', async () => {
      const { id } = await aTask({ due_on: '2026-06-30', due_version: 2 });
      expect(await send(tokenOf(id))).toMatchObject({ status: 410, body: { code: 'report_link_moved' } });
    });

    it('are refused after 30 days', async () => {
      const { id } = await aTask({ due_on: '2026-06-30' });
      clock.now = () => new Date('2026-07-20T00:00:00Z');
      expect(await send(tokenOf(id))).toMatchObject({ status: 410, body: { code: 'report_link_too_old' } });
    });

    it('are refused once the assignment is another’s', async () => {
      const ended = await aTask({ due_on: '2026-06-30', ended_at: noon });
      expect(await send(tokenOf(ended.id))).toMatchObject({ status: 410, body: { code: 'report_link_reassigned' } });
      const former = await anAccount(api.db);
      const { id } = await aTask({ due_on: '2026-06-30' });
      expect(await look(tokenOf(id, { accountId: former }))).toMatchObject({ status: 410, body: { code: 'report_link_reassigned' } });
    });

    it('need a signature of this house', async () => {
      const { id } = await aTask({ due_on: '2026-06-30' });
      const token = tokenOf(id);
      const forged = token.slice(0, 10) + (token[10] === 'A' ? 'B' : 'A') + token.slice(11);
      expect((await look(forged)).status).toBe(404);
      expect((await send(forged)).status).toBe(404);
      expect((await look('x'.repeat(99))).status).toBe(404);
      expect((await look('short')).status).toBe(422);
    });

    it('obey the same rules as others', async () => {
      const { id } = await aTask({ due_on: '2026-06-30', part: 'supporting' });
      expect(await send(tokenOf(id), claim)).toMatchObject({ status: 409, body: { code: 'claim_not_lead' } });
    });
  });
});
