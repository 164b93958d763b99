import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Imported, PlanMatrix, Source, SourcePage, SourcePreview } from '@uptake/sources/contracts';
import {
  aMembership,
  anAccount,
  anAssignment,
  anInstitution,
  aParticipant,
  aRecommendation,
  aSource,
  aWorkshop,
} from '../support/builders';
import { builtThreads } from '../support/built-threads';
import type { Client } from '../support/client';
import { type RunningApi, runningApi } from '../support/running-api';

const sample = (name: string) => readFileSync(join(__dirname, '../../apps/cli/src/sample', name), 'utf8');
const workshopText = (title: string, themes: Record<string, string[]>) =>
  [
    `Recommendations of the ${title}`,
    'Organised by the Institute for Equality in Lindmere on 12 and 13 March 2026.',
    ...Object.entries(themes).flatMap(([theme, items]) => ['', theme.toUpperCase(), '', ...items.map((item) => `- ${item}`)]),
  ].join('\n');
const TRAIN = 'Train every officer who deploys before the day of departure.';
const COUNT = 'Count who was trained and publish the figures each year.';
const FUND = 'Fund local networks of women for at least three years at a time.';

interface Row {
  reference: string;
  text: string;
  original_text: string;
  lifecycle: string;
  position: number;
  section: string;
  topic: string;
}

describe('sources', () => {
  const threads = builtThreads();
  let api: RunningApi;
  let coordinatorId: string;
  let coordinator: Client;
  let nobody: Client;
  beforeAll(async () => {
    api = await runningApi({ THREADS_ROOT: threads.folder });
    coordinatorId = await anAccount(api.db);
    await aMembership(api.db, coordinatorId, 'coordinator', 'source', await aSource(api.db, { visibility: 'members' }));
    [coordinator, nobody] = [await api.as(coordinatorId), await api.as()];
  });
  afterAll(async () => {
    await api.stop();
    threads.remove();
  });

  const preview = async (text: string, by = coordinator) =>
    (await by.post<SourcePreview>('sources/previews', { name: 'document.txt', text })).body;
  const newSource = (text: string, { outline, suggested }: SourcePreview, more: object = {}) => ({
    document: { name: 'document.txt', text },
    outline,
    ...suggested,
    kind: outline.kind,
    language: outline.language,
    ...more,
  });
  const importText = async (text: string, more: object = {}) =>
    (await coordinator.post<Imported>('sources', newSource(text, await preview(text), more))).body;
  const rowsOf = (sourceId: string): Promise<Row[]> =>
    api.db.query(
      `SELECT reference, text, original_text, lifecycle, r.position, section.title AS section, topic FROM recommendation r
       LEFT JOIN section ON section.id = section_id LEFT JOIN recommendation_topic ON recommendation_id = r.id
       WHERE r.source_id = $1 ORDER BY r.position`,
      [sourceId],
    );

  describe('a preview', () => {
    it('shows the outline beside the lines that it comes from, and writes nothing', async () => {
      const text = sample('workshop.txt');
      const before = await api.db.query('SELECT count(*) FROM source');
      const { outline, lines, known } = await preview(text);
      expect(outline.items).toHaveLength(30);
      expect(known).toBeNull();
      for (const { text: item, line } of outline.items) expect(lines[line - 1]).toContain(item.slice(0, 20));
      expect(await api.db.query('SELECT count(*) FROM source')).toEqual(before);
    });

    it('calms titles that are set in capitals', async () => {
      const { outline } = await preview(workshopText('Meeting on Training', { 'training before deployment': [TRAIN] }));
      expect(outline.sections.map(({ title }) => title)).toEqual(['Training before deployment']);
    });

    it('is for people who may import', async () => {
      const document = { name: 'a.txt', text: 'Text' };
      expect((await nobody.post('sources/previews', document)).status).toBe(401);
      const somebody = await api.as(await anAccount(api.db));
      expect((await somebody.post('sources/previews', document)).status).toBe(403);
    });

    it('refuses an empty document and one that is too large, in words', async () => {
      for (const text of [' \n ', 'x'.repeat(2_000_001)]) {
        const { status, body } = await coordinator.post('sources/previews', { name: 'a.txt', text });
        expect({ status, code: body['code'] }).toEqual({ status: 422, code: 'invalid' });
      }
    });

    it('leaves the API answering while a large document is read', async () => {
      const large = workshopText(
        'Large Meeting',
        Object.fromEntries(
          Array.from({ length: 300 }, (_, n) => [`theme ${n}`, Array.from({ length: 40 }, (__, m) => `${TRAIN} ${n} ${m}`)]),
        ),
      );
      const reading = preview(large);
      const asked = performance.now();
      expect((await nobody.get('/health/live')).status).toBe(200);
      const answered = performance.now() - asked;
      expect((await reading).outline.items).toHaveLength(12_000);
      expect(answered).toBeLessThan(1000);
    });

    it('knows the institution whose profile it reads', async () => {
      const id = await anInstitution(api.db, { name: 'Ministry of Fisheries' });
      const text = [
        ...[
          'Ministry of Fisheries',
          '',
          'Name of institution',
          '',
          'Ministry of Fisheries',
          '',
          'Kind of institution',
          '',
          'Government',
          '',
        ],
        ...['Description of your institution', '', 'It manages the coast.', '', 'Main activities', '', 'It trains its inspectors.', ''],
        ...['Strategic outcome', '', '1. Women lead on the coast.'],
      ].join('\n');
      const { outline, knownInstitution } = await preview(text);
      expect(outline.kind).toBe('institution');
      expect(knownInstitution).toEqual({ id, name: 'Ministry of Fisheries', revision: 1 });
    });
  });

  describe('an import', () => {
    it('makes of a workshop its recommendations, proposed, numbered in order and tagged with their theme', async () => {
      const text = workshopText('Meeting on Early Warning', { 'early warning': [TRAIN, COUNT], financing: [FUND] });
      const imported = await importText(text, { referencePrefix: 'EW26' });
      expect(imported).toMatchObject({ added: 3, changed: 0, institutionsAdded: 0, revision: 1 });
      expect(await rowsOf(imported.id)).toMatchObject([
        {
          reference: 'EW26-01',
          text: TRAIN,
          original_text: TRAIN,
          lifecycle: 'proposed',
          section: 'Early warning',
          topic: 'Early warning',
        },
        { reference: 'EW26-02', text: COUNT, section: 'Early warning' },
        { reference: 'EW26-03', text: FUND, section: 'Financing', topic: 'Financing' },
      ]);
    });

    it('makes of a plan its lines, adopted, under their codes, with the bodies that it names', async () => {
      const interior = await anInstitution(api.db, { name: 'Ministry of the Interior', aliases: ['Interior'] });
      const police = await anInstitution(api.db, { name: 'Federal Police', parent_id: interior, kind: 'police' });
      const text = sample('plan.txt');
      const { outline } = await preview(text);
      const imported = await importText(text);
      expect(imported.added).toBe(outline.items.length);
      const rows = await rowsOf(imported.id);
      expect(rows.every(({ lifecycle }) => lifecycle === 'adopted')).toBe(true);
      expect(rows.map(({ reference }) => reference)).toEqual(outline.items.map(({ code }) => code?.replace(/\.$/, '')));
      const { body: matrix } = await nobody.get<PlanMatrix>(`sources/${imported.id}/matrix`);
      const wanted = outline.items.findIndex(({ institutions }) =>
        institutions.some(({ name, parent }) => name === 'Federal Police' && parent === 'Interior'),
      );
      expect(matrix.rows[wanted]?.bodies).toContainEqual(
        expect.objectContaining({ id: police, name: 'Ministry of the Interior · Federal Police', part: null }),
      );
      expect(matrix.rows[wanted]?.instruments).toEqual(outline.items[wanted]?.instruments);
      const coordinating = outline.items.findIndex(({ institutions }) => institutions.some((one) => one.coordinator));
      expect(matrix.rows[coordinating]?.bodies.some((body) => body.coordinating)).toBe(true);
      const again = (await nobody.get<{ total: number }>('institutions?q=Federal Police')).body;
      expect(again.total).toBe(1);
    });

    it('makes the importer its coordinator at once', async () => {
      const administrator = await anAccount(api.db);
      await aMembership(api.db, administrator, 'administrator', 'system', null);
      const client = await api.as(administrator);
      const text = workshopText('Meeting on Coordination', { theme: [TRAIN] });
      const { id } = (await client.post<Imported>('sources', newSource(text, await preview(text, client)))).body;
      const { body } = await client.get<{ memberships: object[] }>('session');
      expect(body.memberships).toContainEqual(expect.objectContaining({ role: 'coordinator', scopeId: id }));
    });

    it('happens wholly or not at all', async () => {
      const text = workshopText('Meeting on Nothing', { theme: [TRAIN, COUNT] });
      const document = newSource(text, await preview(text));
      const broken = {
        ...document,
        outline: { ...document.outline, items: document.outline.items.map((item, n) => (n ? { ...item, text: '' } : item)) },
      };
      const refused = await coordinator.post('sources', broken);
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'outline.items.1.text' }] } });
      expect(await api.db.query(`SELECT FROM source WHERE title = $1`, [document.title])).toEqual([]);
    });

    it('is refused for a document that was imported before, also twice at the same moment', async () => {
      const text = workshopText('Meeting on Doubles', { theme: [TRAIN] });
      const document = newSource(text, await preview(text));
      const answers = await Promise.all([coordinator.post('sources', document), coordinator.post('sources', document)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      const refused = answers.find(({ status }) => status === 409)?.body;
      expect(refused).toMatchObject({ code: 'source_known', current: { title: document.title } });
    });

    it('adds a body that nobody knew once, also when two documents name it at the same moment', async () => {
      const texts = ['FIFTH', 'SIXTH'].map((which) => sample('plan.txt').replace('THIRD', which).replaceAll('Defence', 'Customs'));
      const documents = await Promise.all(texts.map(async (text) => newSource(text, await preview(text))));
      const answers = await Promise.all(documents.map((document) => coordinator.post<Imported>('sources', document)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect(await api.db.query(`SELECT name, kind FROM institution WHERE name = 'Customs'`)).toEqual([{ name: 'Customs', kind: 'other' }]);
    });

    it('tells the timeline of every recommendation where it comes from', async () => {
      const imported = await importText(workshopText('Meeting on Timelines', { theme: [TRAIN] }));
      const [{ id }] = await api.db.query('SELECT id FROM recommendation WHERE source_id = $1', [imported.id]);
      // A fact can be read once every older transaction of the server has ended, those of other tests included.
      const types = async () => {
        const { body } = await nobody.get<{ items: { type: string }[] }>(`activity?stream=recommendation:${id}`);
        return body.items.map(({ type }) => type);
      };
      let told = await types();
      for (const asked = performance.now(); !told.length && performance.now() - asked < 4000;) told = await types();
      expect(told).toEqual(['sources.imported']);
    });
  });

  describe('importing again', () => {
    it('shows what would change, applies only that, keeps history and doubles nothing', async () => {
      const title = 'Meeting on Changes';
      const first = await importText(workshopText(title, { training: [TRAIN, COUNT], financing: [FUND] }), { referencePrefix: 'MC26' });
      const edited = 'Train every officer who deploys well before the day of departure.';
      const added = 'Publish the list of trainers and of the places where they teach.';
      const next = workshopText(title, { training: [edited, added], financing: [FUND] });
      const shown = await preview(next);
      expect(shown.known).toMatchObject({ id: first.id, revision: 1 });
      expect(shown.known?.difference).toMatchObject({
        added: [{ text: added }],
        removed: [{ text: COUNT }],
        changed: [{ before: { text: TRAIN }, after: { text: edited }, fields: ['text'] }],
        same: 1,
      });
      const body = { document: { name: 'second.txt', text: next }, outline: shown.outline };
      const applied = await coordinator.post<Imported>(`sources/${first.id}/imports`, body, { ifMatch: 1 });
      expect(applied).toMatchObject({ status: 201, body: { id: first.id, revision: 2, added: 1, changed: 1 } });
      expect(await rowsOf(first.id)).toMatchObject([
        { reference: 'MC26-01', text: edited, original_text: TRAIN, position: 1 },
        { reference: 'MC26-04', text: added, position: 2, section: 'Training', topic: 'Training' },
        { reference: 'MC26-03', text: FUND, position: 3 },
        { reference: 'MC26-02', text: COUNT, position: 4 },
      ]);
      const edits = await api.db.query(
        `SELECT before, after, reason FROM recommendation_edit JOIN recommendation r ON r.id = recommendation_id WHERE source_id = $1`,
        [first.id],
      );
      expect(edits).toEqual([{ before: TRAIN, after: edited, reason: 'second.txt' }]);

      const unchanged = await preview(next);
      expect(unchanged.known?.difference).toMatchObject({ added: [], changed: [], same: 3 });
      const stale = await coordinator.post(`sources/${first.id}/imports`, body, { ifMatch: 1 });
      expect(stale).toMatchObject({ status: 412, body: { current: { revision: 2 } } });

      const back = workshopText(title, { training: [edited, added, COUNT], financing: [FUND] });
      const third = { document: { name: 'third.txt', text: back }, outline: (await preview(back)).outline };
      expect((await coordinator.post(`sources/${first.id}/imports`, third, { ifMatch: 2 })).body).toMatchObject({ added: 0, changed: 1 });
      expect((await rowsOf(first.id)).map(({ reference, position }) => [reference, position])).toEqual([
        ['MC26-01', 1],
        ['MC26-04', 2],
        ['MC26-02', 3],
        ['MC26-03', 4],
      ]);
    });

    it('does not change a text that is being voted on', async () => {
      const title = 'Meeting in a Ballot';
      const { id } = await importText(workshopText(title, { theme: [TRAIN] }));
      await api.db.query(`UPDATE recommendation SET lifecycle = 'in_ballot' WHERE source_id = $1`, [id]);
      const next = workshopText(title, { theme: [TRAIN.replace('every', 'each')] });
      const body = { document: { name: 'b.txt', text: next }, outline: (await preview(next)).outline };
      expect(await coordinator.post(`sources/${id}/imports`, body, { ifMatch: 1 })).toMatchObject({
        status: 409,
        body: { code: 'recommendation_in_ballot' },
      });
      expect(await rowsOf(id)).toMatchObject([{ text: TRAIN }]);
    });

    it('is for its own coordinators', async () => {
      const { id } = await importText(workshopText('Meeting of Others', { theme: [TRAIN] }));
      const other = await anAccount(api.db);
      await aMembership(api.db, other, 'coordinator', 'source', await aSource(api.db));
      const text = workshopText('Meeting of Others', { theme: [FUND] });
      const body = { document: { name: 'b.txt', text }, outline: (await preview(text)).outline };
      expect((await (await api.as(other)).post(`sources/${id}/imports`, body, { ifMatch: 1 })).status).toBe(403);
    });
  });

  describe('undoing an import', () => {
    it('takes the source out of sight, and restoring brings it back', async () => {
      const { id } = await importText(workshopText('Meeting on Undoing', { theme: [TRAIN] }));
      expect((await coordinator.delete(`sources/${id}`)).status).toBe(204);
      expect((await nobody.get(`sources/${id}`)).status).toBe(404);
      expect((await nobody.get<SourcePage>('sources')).body.items.map((row) => row.id)).not.toContain(id);
      const restored = await coordinator.post<Source>(`sources/${id}/restore`);
      expect(restored).toMatchObject({ status: 200, body: { id, withdrawnAt: null, recommendations: 1 } });
      expect((await nobody.get(`sources/${id}`)).status).toBe(200);
    });

    it('lets the same document be imported afresh', async () => {
      const text = workshopText('Meeting on Starting Afresh', { theme: [TRAIN] });
      await coordinator.delete(`sources/${(await importText(text)).id}`);
      expect((await importText(text)).added).toBe(1);
    });

    it('is refused once somebody was assigned or voted', async () => {
      const { id } = await importText(workshopText('Meeting in Use', { theme: [TRAIN] }));
      const [{ id: recommendation }] = await api.db.query('SELECT id FROM recommendation WHERE source_id = $1', [id]);
      await anAssignment(api.db, recommendation, id, await anInstitution(api.db));
      expect(await coordinator.delete(`sources/${id}`)).toMatchObject({ status: 409, body: { code: 'source_in_use' } });
      expect((await coordinator.get<Source>(`sources/${id}`)).body.may).toEqual({ coordinate: true, undo: false });

      const voted = await importText(workshopText('Meeting in a Vote', { theme: [FUND] }));
      const [{ id: item }] = await api.db.query('SELECT id FROM recommendation WHERE source_id = $1', [voted.id]);
      await api.db.query(
        `WITH ballot AS (INSERT INTO ballot (workshop_id, title, method, state, hidden_until_closed, created_at)
           VALUES ($1, 'First', 'approval', 'closed', true, now()) RETURNING id)
         INSERT INTO ballot_item (ballot_id, recommendation_id, position) SELECT id, $2, 1 FROM ballot`,
        [await aWorkshop(api.db), item],
      );
      expect((await coordinator.delete(`sources/${voted.id}`)).status).toBe(409);
    });

    it('is for its coordinators', async () => {
      const { id } = await importText(workshopText('Meeting that Stays', { theme: [TRAIN] }));
      expect((await nobody.delete(`sources/${id}`)).status).toBe(401);
      const somebody = await api.as(await anAccount(api.db));
      expect((await somebody.delete(`sources/${id}`)).status).toBe(403);
    });
  });

  describe('reading', () => {
    it('counts recommendations by what has become of them, overdue by the day in the time zone of the source', async () => {
      const source = await aSource(api.db, { kind: 'plan', title: 'Plan with Statuses', levels: ['Objective', 'Line of action'] });
      const ministry = await anInstitution(api.db);
      const line = (values: object) => aRecommendation(api.db, source, { lifecycle: 'adopted', ...values });
      await anAssignment(api.db, await line({}), source, ministry, { due_on: '2000-01-01' });
      await anAssignment(api.db, await line({}), source, ministry, { implementation: 'in_progress' });
      await line({});
      await line({ lifecycle: 'withdrawn' });
      const { body } = await nobody.get<Source>(`sources/${source}`);
      expect(body).toMatchObject({
        itemName: 'Line of action',
        recommendations: 4,
        statuses: { no_update_received: 1, in_progress: 1, not_assigned: 1, withdrawn: 1 },
      });
      const { items } = (await nobody.get<SourcePage>('sources?kind=plan&q=plan with statuses')).body;
      expect(items).toMatchObject([{ id: source, statuses: body.statuses }]);
    });

    it('shows the sections nested, with what is in them and below them', async () => {
      const { id } = await importText(sample('plan.txt').replace('THIRD', 'FOURTH'));
      const { body } = await nobody.get<Source>(`sources/${id}`);
      const below = (parentId: string | null) => body.sections.filter((section) => section.parentId === parentId);
      expect(below(null).reduce((sum, { count }) => sum + count, 0)).toBe(body.recommendations);
      for (const { id: objective, count } of below(null)) expect(below(objective).reduce((sum, goal) => sum + goal.count, 0)).toBe(count);
      expect(body.levels).toHaveLength(3);
      expect(body.document).toMatchObject({ name: 'document.txt' });
    });

    it('goes page after page, newest first, none twice', async () => {
      const all = (await nobody.get<SourcePage>('sources?limit=100')).body.items.map(({ id }) => id);
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body }: { body: SourcePage } = await nobody.get<SourcePage>(`sources?limit=4${cursor && `&cursor=${cursor}`}`);
        paged.push(...body.items.map(({ id }) => id));
        cursor = body.cursor;
      }
      expect(paged).toEqual(all);
    });

    it('of a source among members is open to its people and missing to all others', async () => {
      const source = await aSource(api.db, { visibility: 'members' });
      const ministry = await anInstitution(api.db);
      await anAssignment(api.db, await aRecommendation(api.db, source), source, ministry);
      const workshop = await aWorkshop(api.db, { source_id: source });
      const people = await Promise.all(Array.from({ length: 5 }, () => anAccount(api.db)));
      const [civil, focalPoint, participant, stranger, former] = people as [string, string, string, string, string];
      await aMembership(api.db, civil, 'civil_society', 'source', source);
      await aMembership(api.db, focalPoint, 'focal_point', 'institution', ministry);
      await aParticipant(api.db, workshop, participant);
      await aMembership(api.db, former, 'focal_point', 'institution', await anInstitution(api.db));
      const status = async (account: string) => {
        const client = await api.as(account);
        const answers = await Promise.all([client.get(`sources/${source}`), client.get(`sources/${source}/matrix`)]);
        const { items } = (await client.get<SourcePage>('sources?limit=100')).body;
        return [...answers.map((answer) => answer.status), items.some(({ id }) => id === source)];
      };
      for (const account of [civil, focalPoint, participant]) expect(await status(account)).toEqual([200, 200, true]);
      for (const account of [stranger, former]) expect(await status(account)).toEqual([404, 404, false]);
    });
  });

  describe('changing', () => {
    it('keeps what is not mentioned and refuses a stale change', async () => {
      const { id } = await importText(workshopText('Meeting to Rename', { theme: [TRAIN] }), { timeZone: 'Europe/Brussels' });
      const changed = await coordinator.patch<Source>(`sources/${id}`, { remindersPaused: true }, { ifMatch: 1 });
      expect(changed.body).toMatchObject({ remindersPaused: true, timeZone: 'Europe/Brussels', revision: 2 });
      expect((await coordinator.patch(`sources/${id}`, { title: 'Other' }, { ifMatch: 1 })).status).toBe(412);
      expect((await coordinator.patch(`sources/${id}`, { timeZone: 'Mars/Olympus' }, { ifMatch: 2 })).status).toBe(422);
    });
  });
});
