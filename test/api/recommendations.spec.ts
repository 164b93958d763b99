import { randomUUID } from 'node:crypto';
import type { Overview, Recommendation, RecommendationPage } from '@uptake/recommendations/contracts';
import {
  aMembership,
  anAccount,
  anAssignment,
  anInstitution,
  aParticipant,
  aRecommendation,
  aSection,
  aSource,
  aWorkshop,
} from '../support/builders';
import type { Client } from '../support/client';
import { type RunningApi, runningApi } from '../support/running-api';

let api: RunningApi;
let visitor: Client;
beforeAll(async () => {
  api = await runningApi();
  visitor = await api.as();
});
afterAll(() => api?.stop());

const list = async (query: string, as = visitor) => (await as.get<RecommendationPage>(`recommendations?${query}`)).body;
const references = ({ items }: RecommendationPage) => items.map(({ reference }) => reference);

async function coordinatorOf(source: string): Promise<Client> {
  const account = await anAccount(api.db);
  await aMembership(api.db, account, 'coordinator', 'source', source);
  return api.as(account);
}

async function aVote(recommendation: string, source: string, change: { state?: string; hidden?: boolean; agree: number; opened?: string }) {
  const workshop = await aWorkshop(api.db, { source_id: source });
  const rows: { id: string }[] = await api.db.query(
    `INSERT INTO ballot (workshop_id, title, method, state, hidden_until_closed, electors, created_at, opened_at)
     VALUES ($1, 'Ballot', 'approval', $2, $3, 20, now(), $4) RETURNING id`,
    [workshop, change.state ?? 'closed', change.hidden ?? false, change.opened ?? '2026-03-12T10:00:00Z'],
  );
  await api.db.query(
    'INSERT INTO ballot_item (ballot_id, recommendation_id, position, agree, disagree, pass) VALUES ($1, $2, 1, $3, 2, 1)',
    [rows[0]?.id, recommendation, change.agree],
  );
}

describe('the list', () => {
  let plan: string;
  let defence: string;

  beforeAll(async () => {
    plan = await aSource(api.db, { kind: 'plan', title: 'Second plan', levels: ['Goal', 'Line of action'] });
    defence = await anInstitution(api.db, { name: 'Ministry of Defence' });
    const police = await anInstitution(api.db, { name: 'Federal Police' });
    const goal = await aSection(api.db, plan, { title: 'Training before deployment' });
    const lines = [
      { reference: '2.b', text: 'Fund mediators in every region.', topic: 'Financing', due: null, implementation: 'in_progress' },
      { reference: '10.a', text: 'Train officers before deployment.', topic: 'Training', due: '2020-01-31', implementation: 'in_progress' },
      { reference: '10.b', text: 'Train trainers at the academy.', topic: 'Training', due: '2099-06-30', implementation: 'implemented' },
      { reference: '11.', text: 'Publish the yearly figures.', topic: 'Accountability', due: '2099-01-31', implementation: null },
    ];
    for (const [index, { reference, text, topic, due, implementation }] of lines.entries()) {
      const id = await aRecommendation(api.db, plan, {
        reference,
        code: reference,
        text,
        section_id: goal,
        position: index + 1,
        lifecycle: 'adopted',
        created_at: new Date(Date.UTC(2026, 0, 1 + index)),
      });
      await api.db.query('INSERT INTO recommendation_topic VALUES ($1, $2)', [id, topic]);
      if (implementation) {
        await anAssignment(api.db, id, plan, defence, { implementation, due_on: due, created_at: new Date(Date.UTC(2025, 0, 1)) });
        await anAssignment(api.db, id, plan, police, { part: 'supporting', created_at: new Date(Date.UTC(2025, 0, 1)) });
      }
      await aVote(id, plan, { agree: 10 + index });
    }
  });

  it('follows the order of the document, so that 2.b stands before 10.a', async () => {
    expect(references(await list(`source=${plan}`))).toEqual(['2.b', '10.a', '10.b', '11.']);
  });

  it('tells of each row where it stands', async () => {
    const { items } = await list(`source=${plan}`);
    expect(items[1]).toMatchObject({
      section: 'Training before deployment',
      topics: ['Training'],
      votes: { agree: 11, disagree: 2, pass: 1 },
      lead: { id: defence, name: 'Ministry of Defence' },
      supporting: 1,
      status: 'no_update_received',
      dueOn: '2020-01-31',
    });
    expect(items[3]).toMatchObject({ lead: null, supporting: 0, status: 'not_assigned', dueOn: null });
  });

  it.each([
    ['reference', ['2.b', '10.a', '10.b', '11.']],
    ['-votes', ['11.', '10.b', '10.a', '2.b']],
    ['due', ['10.a', '10.b', '2.b', '11.']],
    ['-due', ['10.b', '10.a', '2.b', '11.']],
    ['-changed', ['11.', '10.b', '10.a', '2.b']],
  ])('sorted by %s comes page by page without a gap or a repetition', async (sort, expected) => {
    const seen: string[] = [];
    let cursor: string | null = '';
    do {
      const page: RecommendationPage = await list(`source=${plan}&sort=${sort}&limit=3&cursor=${cursor}`.replace(/&cursor=$/, ''));
      seen.push(...references(page));
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toEqual(expected);
  });

  it('refuses a cursor that belongs to another order', async () => {
    const { cursor } = await list(`source=${plan}&limit=1`);
    expect((await visitor.get(`recommendations?sort=due&cursor=${cursor}`)).status).toBe(400);
    expect((await visitor.get('recommendations?cursor=nonsense')).status).toBe(400);
  });

  it('counts each facet as if nothing of itself were chosen', async () => {
    const page = await list(`source=${plan}&topic=Training&status=implemented`);
    expect(references(page)).toEqual(['10.b']);
    expect(page.total).toBe(1);
    expect(page.facets.status).toEqual([
      { value: 'no_update_received', label: 'no_update_received', count: 1 },
      { value: 'implemented', label: 'implemented', count: 1 },
    ]);
    expect(page.facets.topic).toEqual([{ value: 'Training', label: 'Training', count: 1 }]);
    expect(page.facets.institution.map(({ label, count }) => [label, count])).toEqual([
      ['Federal Police', 1],
      ['Ministry of Defence', 1],
    ]);
  });

  it('keeps a chosen option in sight when the other filters leave none of it', async () => {
    const { facets, items } = await list(`source=${plan}&topic=Financing&status=implemented`);
    expect(items).toEqual([]);
    expect(facets.topic).toContainEqual({ value: 'Financing', label: 'Financing', count: 0 });
  });

  it('takes several values of one filter as any of them', async () => {
    expect(references(await list(`source=${plan}&topic=Financing&topic=Accountability`))).toEqual(['2.b', '11.']);
  });

  it.each([
    ['a reference, with or without its full stop', '11', ['11.']],
    ['a reference that begins so', '10.', ['10.a', '10.b']],
    ['all the words, the last of them unfinished', 'train off', ['10.a']],
    ['a word that is spelled a little otherwise', 'mediatrs', ['2.b']],
    ['nothing where nothing fits', 'xylophone', []],
    ['no code where somebody tries one', "'); DROP TABLE recommendation; --", []],
  ])('finds %s', async (_, typed, expected) => {
    expect(references(await list(`source=${plan}&q=${encodeURIComponent(typed)}`))).toEqual(expected);
  });

  it('puts the exact reference before words that are merely like it', async () => {
    const other = await aSource(api.db, { title: 'A first in the alphabet' });
    await aRecommendation(api.db, other, { reference: 'X-1', text: 'As 10.a says: train officers.' });
    expect(references(await list('q=10.a'))[0]).toBe('10.a');
  });

  it('shows no votes while a ballot hides them, and then those of the newest', async () => {
    const source = await aSource(api.db);
    const id = await aRecommendation(api.db, source);
    await aVote(id, source, { agree: 3, state: 'open', hidden: true, opened: '2026-05-01T10:00:00Z' });
    expect((await list(`source=${source}`)).items[0]?.votes).toBeNull();
    await aVote(id, source, { agree: 7, opened: '2026-03-01T10:00:00Z' });
    expect((await list(`source=${source}`)).items[0]?.votes).toMatchObject({ agree: 7 });
    await api.db.query(`UPDATE ballot SET state = 'closed' WHERE hidden_until_closed`);
    expect((await list(`source=${source}`)).items[0]?.votes).toMatchObject({ agree: 3 });
  });

  it('shows no votes of an open ballot under the Chatham House rule, whatever the ballot says', async () => {
    const source = await aSource(api.db);
    const id = await aRecommendation(api.db, source);
    await aVote(id, source, { agree: 3, state: 'open' });
    expect((await list(`source=${source}`)).items[0]?.votes).toMatchObject({ agree: 3 });
    await api.db.query(`UPDATE workshop SET rule = 'chatham_house' WHERE source_id = $1`, [source]);
    expect((await list(`source=${source}&sort=-votes`)).items[0]?.votes).toBeNull();
  });
});

describe('what a source shows its members alone', () => {
  it('is in no list, no facet, no page and no stream of others', async () => {
    const source = await aSource(api.db, { visibility: 'members', title: 'Confidential source' });
    const id = await aRecommendation(api.db, source, { reference: 'CS-1', text: 'Quokka contingency.' });
    const coordinator = await coordinatorOf(source);
    const strangers = [visitor, await api.as(await anAccount(api.db)), await coordinatorOf(await aSource(api.db))];
    for (const stranger of strangers) {
      expect((await list('q=quokka', stranger)).items).toEqual([]);
      expect((await list('', stranger)).facets.source.map(({ label }) => label)).not.toContain('Confidential source');
      expect((await stranger.get(`recommendations/${id}`)).status).toBe(404);
      expect((await stranger.get(`activity?stream=recommendation:${id}`)).status).toBe(404);
    }
    expect(references(await list('q=quokka', coordinator))).toEqual(['CS-1']);
    expect((await coordinator.get(`recommendations/${id}`)).status).toBe(200);
    expect((await coordinator.get(`activity?stream=recommendation:${id}`)).status).toBe(200);
  });

  it('answers a stranger who would change it as if it did not exist', async () => {
    const source = await aSource(api.db, { visibility: 'members' });
    const id = await aRecommendation(api.db, source);
    const stranger = await api.as(await anAccount(api.db));
    for (const missing of [id, randomUUID()]) {
      expect((await stranger.post(`recommendations/${missing}/decision`, { decision: 'adopted' })).status).toBe(404);
      expect((await stranger.patch(`recommendations/${missing}`, { text: 'Other' }, { ifMatch: 1 })).status).toBe(404);
    }
  });
});

describe('one recommendation', () => {
  it('tells where it comes from: sections outermost first, the workshop, the place in the document', async () => {
    const source = await aSource(api.db, { kind: 'plan', levels: ['Objective', 'Goal', 'Line of action'], title: 'Third plan' });
    await aWorkshop(api.db, { source_id: source, title: 'Focus group', rule: 'chatham_house', venue: 'Riverside House' });
    const objective = await aSection(api.db, source, { title: 'Participation', code: 'II' });
    const goal = await aSection(api.db, source, { title: 'Training', code: '13', level: 1, parent_id: objective });
    await aRecommendation(api.db, source, { position: 1 });
    const id = await aRecommendation(api.db, source, { position: 2, section_id: goal, code: '13.b', line: 40, last_line: 42 });
    const { body } = await visitor.get<Recommendation>(`recommendations/${id}`);
    expect(body).toMatchObject({
      sections: [
        { level: 'Objective', code: 'II', title: 'Participation' },
        { level: 'Goal', code: '13', title: 'Training' },
      ],
      source: { title: 'Third plan', itemName: 'Line of action' },
      workshop: { title: 'Focus group', rule: 'chatham_house', venue: 'Riverside House' },
      lines: { from: 40, to: 42 },
      position: { index: 2, of: 2 },
      may: { edit: false, adopt: false, assign: false, withdraw: false, restore: false },
    });
  });
});

describe('an edit', () => {
  it('keeps the original and every difference, and refuses who was slower', async () => {
    const source = await aSource(api.db);
    const id = await aRecommendation(api.db, source, { text: 'Train all staff.', original_text: 'Train all staff.' });
    const coordinator = await coordinatorOf(source);
    const edited = await coordinator.patch<Recommendation>(`recommendations/${id}`, { text: 'Train officers.' }, { ifMatch: 1 });
    expect(edited.body).toMatchObject({ text: 'Train officers.', originalText: 'Train all staff.', revision: 2 });
    expect(edited.body.edits).toMatchObject([{ before: 'Train all staff.', after: 'Train officers.' }]);
    const late = await coordinator.patch<{ code: string; current: Recommendation }>(
      `recommendations/${id}`,
      { text: 'Train everybody.' },
      { ifMatch: 1 },
    );
    expect(late.status).toBe(412);
    expect(late.body.current).toMatchObject({ text: 'Train officers.', revision: 2 });
    expect((await coordinator.patch(`recommendations/${id}`, { text: 'Train everybody.' })).status).toBe(428);
  });

  it('is for coordinators and the rapporteur of the workshop; another participant is refused', async () => {
    const source = await aSource(api.db);
    const id = await aRecommendation(api.db, source);
    const workshop = await aWorkshop(api.db, { source_id: source });
    const [rapporteur, participant] = [await anAccount(api.db), await anAccount(api.db)];
    await aParticipant(api.db, workshop, rapporteur, { part: 'rapporteur' });
    await aParticipant(api.db, workshop, participant);
    const change = { text: 'Train everybody, each year.' };
    expect((await (await api.as(participant)).patch(`recommendations/${id}`, change, { ifMatch: 1 })).status).toBe(403);
    expect((await (await api.as(rapporteur)).patch(`recommendations/${id}`, change, { ifMatch: 1 })).status).toBe(200);
  });

  it('of two at the same moment is done once', async () => {
    const source = await aSource(api.db);
    const id = await aRecommendation(api.db, source);
    const coordinator = await coordinatorOf(source);
    const answers = await Promise.all(
      ['One.', 'Two.', 'Three.', 'Four.'].map((text) => coordinator.patch(`recommendations/${id}`, { text }, { ifMatch: 1 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const kept: unknown[] = await api.db.query('SELECT FROM recommendation_edit WHERE recommendation_id = $1', [id]);
    expect(kept).toHaveLength(1);
  });
});

describe('a decision', () => {
  it('adopts for good, tells it, and asks a reason of later edits', async () => {
    const source = await aSource(api.db);
    const id = await aRecommendation(api.db, source, { reference: 'D-1' });
    const coordinator = await coordinatorOf(source);
    const adopted = await coordinator.post<Recommendation>(`recommendations/${id}/decision`, { decision: 'adopted' });
    expect(adopted.body).toMatchObject({ lifecycle: 'adopted', may: { adopt: false, assign: true, edit: true } });
    expect(adopted.body.decidedAt).not.toBeNull();
    const again = await coordinator.post<{ code: string }>(`recommendations/${id}/decision`, { decision: 'not_adopted' });
    expect([again.status, again.body.code]).toEqual([409, 'decision_impossible']);
    const edit = await coordinator.patch<{ code: string }>(`recommendations/${id}`, { text: 'Other text.' }, { ifMatch: 2 });
    expect([edit.status, edit.body.code]).toEqual([409, 'reason_required']);
    const { body } = await visitor.get<{ items: { type: string; data: object; streams: string[] }[] }>(
      `activity?stream=recommendation:${id}`,
    );
    expect(body.items).toMatchObject([
      {
        type: 'recommendations.adopted',
        data: { recommendationId: id, reference: 'D-1' },
        streams: [`recommendation:${id}`, `source:${source}`],
      },
    ]);
  });

  it('waits until the ballot is closed', async () => {
    const source = await aSource(api.db);
    const id = await aRecommendation(api.db, source, { lifecycle: 'in_ballot' });
    const coordinator = await coordinatorOf(source);
    for (const [method, path, body] of [
      ['post', 'decision', { decision: 'adopted' }],
      ['post', 'withdrawal', {}],
    ] as const) {
      const answer = await coordinator[method]<{ code: string }>(`recommendations/${id}/${path}`, body);
      expect([answer.status, answer.body.code]).toEqual([409, 'recommendation_in_ballot']);
    }
  });

  it('is not for a participant', async () => {
    const source = await aSource(api.db);
    const id = await aRecommendation(api.db, source);
    const account = await anAccount(api.db);
    await aParticipant(api.db, await aWorkshop(api.db, { source_id: source }), account, { part: 'facilitator' });
    const facilitator = await api.as(account);
    expect((await facilitator.post(`recommendations/${id}/decision`, { decision: 'adopted' })).status).toBe(403);
    expect((await visitor.post(`recommendations/${id}/decision`, { decision: 'adopted' })).status).toBe(401);
  });
});

describe('a withdrawal', () => {
  it('is taken back to exactly where it stood, the day of the decision included', async () => {
    const source = await aSource(api.db);
    const decided = new Date('2026-05-28T09:00:00Z');
    const id = await aRecommendation(api.db, source, { lifecycle: 'adopted', decided_at: decided });
    const coordinator = await coordinatorOf(source);
    const withdrawn = await coordinator.post<Recommendation>(`recommendations/${id}/withdrawal`);
    expect(withdrawn.body).toMatchObject({ lifecycle: 'withdrawn', may: { restore: true, edit: false } });
    expect((await coordinator.delete(`recommendations/${id}/withdrawal`)).status).toBe(204);
    const { body } = await coordinator.get<Recommendation>(`recommendations/${id}`);
    expect(body.lifecycle).toBe('adopted');
    expect(new Date(body.decidedAt as string)).toEqual(decided);
    const again = await coordinator.delete<{ code: string }>(`recommendations/${id}/withdrawal`);
    expect([again.status, again.body.code]).toEqual([409, 'not_withdrawn']);
  });
});

describe('the overview', () => {
  const overview = async (as: Client) => (await as.get<Overview>('overview')).body;

  it('tells a coordinator of claims and late institutions in their own sources alone', async () => {
    const [own, foreign] = [await aSource(api.db, { title: 'Own' }), await aSource(api.db, { title: 'Foreign' })];
    const police = await anInstitution(api.db, { name: 'River Police' });
    for (const source of [own, foreign]) {
      const adopted = () => aRecommendation(api.db, source, { lifecycle: 'adopted', reference: `O-${randomUUID()}` });
      await anAssignment(api.db, await adopted(), source, police, { due_on: '2020-01-31' });
      await anAssignment(api.db, await adopted(), source, police, { due_on: '2020-03-31', part: 'supporting' });
      await anAssignment(api.db, await adopted(), source, police, { due_on: '2020-03-31', part: 'consulted' });
      await anAssignment(api.db, await adopted(), source, police, { implementation: 'implemented', reported_at: new Date() });
      await anAssignment(api.db, await adopted(), source, police, { implementation: 'implemented', verification: 'verified' });
    }
    const { toVerify, overdue, sources } = await overview(await coordinatorOf(own));
    expect(toVerify).toHaveLength(1);
    expect(toVerify[0]).toMatchObject({ institution: 'River Police', underReview: false });
    expect(overdue).toMatchObject([{ institution: { id: police, name: 'River Police' }, count: 2 }]);
    expect(sources[0]).toMatchObject({ title: 'Own', coordinates: true, total: 5, adopted: 5, overdue: 1, verified: 1 });
    expect(sources.find(({ title }) => title === 'Foreign')).toMatchObject({ coordinates: false });
    const seen = await overview(visitor);
    expect([seen.toVerify, seen.overdue, seen.ballots, seen.workshops]).toEqual([[], [], [], []]);
  });

  it('tells a participant how far they are in the ballot that is open in their room', async () => {
    const source = await aSource(api.db, { visibility: 'members' });
    const workshop = await aWorkshop(api.db, { source_id: source });
    const account = await anAccount(api.db);
    const seat = await aParticipant(api.db, workshop, account);
    const [first, second] = [await aRecommendation(api.db, source), await aRecommendation(api.db, source)];
    const rows: { id: string }[] = await api.db.query(
      `INSERT INTO ballot (workshop_id, title, method, state, hidden_until_closed, electors, created_at, opened_at)
       VALUES ($1, 'Proposals', 'approval', 'open', true, 9, now(), now()) RETURNING id`,
      [workshop],
    );
    const ballot = rows[0]?.id;
    await api.db.query('INSERT INTO ballot_item (ballot_id, recommendation_id, position) VALUES ($1, $2, 1), ($1, $3, 2)', [
      ballot,
      first,
      second,
    ]);
    await api.db.query('INSERT INTO ballot_elector VALUES ($1, $2)', [ballot, seat]);
    await api.db.query(`CREATE TABLE box PARTITION OF vote FOR VALUES IN ('${ballot}')`);
    await api.db.query(`INSERT INTO vote VALUES ($1, $2, $3, 'agree')`, [ballot, seat, first]);
    const { ballots, workshops } = await overview(await api.as(account));
    expect(ballots).toMatchObject([{ id: ballot, title: 'Proposals', items: 2, electors: 9, voters: 1, mine: 1 }]);
    expect(workshops).toMatchObject([{ id: workshop }]);
    expect((await overview(await coordinatorOf(source))).ballots).toMatchObject([{ id: ballot, mine: null }]);
    expect((await overview(await api.as(await anAccount(api.db)))).ballots).toEqual([]);
  });
});
