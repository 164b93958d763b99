import * as fc from 'fast-check';
import { DataSource } from 'typeorm';
import { addDays } from '@uptake/kernel';
import { type Deadline, deadlineStanding, implementation, lifecycle, listStatus, verification } from '@uptake/recommendations/domain';
import { aRecommendation, anAssignment, anInstitution, aSource } from '../../../../test/support/builders';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/postgres';

const today = '2027-06-16';
const ROWS = 400;

const rows = fc.record({
  state: fc.constantFrom(...lifecycle.states),
  lead: fc.option(
    fc.record({
      part: fc.constant('lead' as const),
      dueOn: fc.option(fc.integer({ min: -60, max: 5 }).map((days) => addDays(today, days))),
      answered: fc.boolean(),
      implementation: fc.constantFrom(...implementation.states),
      verification: fc.constantFrom(...verification.states),
    }),
    { freq: 6 },
  ),
});

describe('the list states in SQL', () => {
  let database: FreshDatabase;
  let db: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    db = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  });
  afterAll(async () => {
    await db?.destroy();
    await database?.drop();
  });

  it('are those of the domain, row for row', async () => {
    const source = await aSource(db);
    const institution = await anInstitution(db);
    const expected = new Map<string, { status: string; standing: string | null }>();
    for (const { state, lead } of fc.sample(rows, ROWS)) {
      const id = await aRecommendation(db, source, { lifecycle: state });
      if (lead) await anAssignment(db, id, source, institution, columnsOf(lead));
      expected.set(id, { status: listStatus(state, lead, today), standing: lead && deadlineStanding(lead, today) });
    }

    const found: { id: string; status: string; standing: string | null }[] = await db.query(
      `SELECT r.id, list_status(r.lifecycle, lead, $1::date) AS status,
         CASE WHEN lead.id IS NOT NULL THEN deadline_standing(lead, $1::date) END AS standing
       FROM recommendation r LEFT JOIN assignment lead ON lead.recommendation_id = r.id`,
      [today],
    );

    expect(found).toHaveLength(ROWS);
    for (const { id, ...answer } of found) expect(answer).toEqual(expected.get(id));
    expect(new Set(found.map(({ status }) => status)).size).toBeGreaterThan(12);
  });
});

const columnsOf = ({ dueOn, answered, ...states }: Deadline) => ({
  ...states,
  due_on: dueOn,
  due_version: 3,
  answered_version: answered ? 3 : 2,
});
