import { aMembership, anAccount, aParticipant, aRecommendation, aSource, aWorkshop } from '../support/builders';
import type { Client } from '../support/client';
import { databaseDump, type DumpedRow } from '../support/database-dump';
import { runningApi, type RunningApi } from '../support/running-api';
import { writtenLog } from '../support/written-log';
import { type Choice, linksByDifference, linksByEquality, linksByOrder, type Voter } from './find-links';

const constituencies = [...Array<string>(6).fill('government'), ...Array<string>(5).fill('civil_society'), 'un'];
const kinds: readonly Choice[] = ['agree', 'agree', 'disagree', 'pass', 'disagree'];

/** Everything that is left of a ballot in the database and in the log, searched for who chose what. */
describe('the votes of twelve people', () => {
  const log = writtenLog();
  let api: RunningApi;
  let runs: Client;
  let ballot: string;
  let items: string[];
  let box: { recommendation_id: string; choice: Choice }[];
  let voters: (Voter & { client: Client })[];

  const everything = async (): Promise<DumpedRow[]> => [
    ...(await databaseDump(api.db)),
    ...log.lines().map((line, place) => ({ table: 'log', xmin: -1 - place, place, values: { line } })),
  ];

  beforeAll(async () => {
    api = await runningApi({ LOG_LEVEL: 'info' });
    const source = await aSource(api.db);
    items = [await aRecommendation(api.db, source), await aRecommendation(api.db, source)];
    const workshop = await aWorkshop(api.db, { source_id: source });
    const coordinator = await anAccount(api.db);
    await aMembership(api.db, coordinator, 'coordinator', 'source', source);
    runs = await api.as(coordinator);
    voters = [];
    for (const [index, constituency] of constituencies.entries()) {
      const account = await anAccount(api.db, { kind: 'guest', email: null, name: null });
      const participant = await aParticipant(api.db, workshop, account, { constituency });
      const chose = Object.fromEntries(items.map((item, place) => [item, kinds[(index + place * index) % kinds.length] as Choice]));
      voters.push({ participant, account, constituency, chose, client: await api.as(account) });
    }
    ballot = (await runs.post<{ id: string }>('ballots', { workshopId: workshop, title: 'First round' })).body.id;
    await runs.post(`ballots/${ballot}/open`);
    for (const item of items) for (const voter of voters) expect((await vote(voter, item, voter.chose[item] as Choice)).status).toBe(200);
  });
  afterAll(async () => {
    await api.stop();
    log.stop();
  });

  const vote = ({ client }: { client: Client }, item: string, choice: Choice) => client.put(`ballots/${ballot}/votes/${item}`, { choice });
  /** What is found after a closing that leaves this behind. */
  const foundWith = async (leak: string, search: typeof linksByEquality): Promise<string[]> => {
    await api.db.query(leak);
    return search(await everything(), voters);
  };

  it('are all found while the ballot is open', async () => {
    const found = linksByEquality(await everything(), voters).filter((link) => link.startsWith('public.vote_'));
    for (const { participant } of voters) expect(found.filter((link) => link.endsWith(participant))).toHaveLength(items.length);
  });

  it('stand in no line of the log, not even where keeping one fails', async () => {
    const first = voters[0] as (typeof voters)[number];
    await api.db.query('ALTER TABLE ballot_item ADD CONSTRAINT full_box CHECK (pass > 100) NOT VALID');
    expect((await vote(first, items[0] as string, 'pass')).status).toBe(500);
    await api.db.query('ALTER TABLE ballot_item DROP CONSTRAINT full_box');
    const lines = (await everything()).filter(({ table }) => table === 'log');
    expect(lines.filter(({ values }) => JSON.stringify(values).includes('full_box'))).not.toEqual([]);
    expect(linksByEquality(lines, voters)).toEqual([]);
  });

  it('are not found any more once it has closed: by no join, no order and no difference', async () => {
    box = await api.db.query('SELECT recommendation_id, choice FROM vote WHERE ballot_id = $1 ORDER BY ctid', [ballot]);
    expect((await runs.post(`ballots/${ballot}/close`)).status).toBe(200);
    const rows = await everything();
    expect(rows.filter(({ table, values }) => table === 'public.ballot_elector' && values['voted'] === true)).toHaveLength(12);
    expect(linksByEquality(rows, voters)).toEqual([]);
    expect(linksByOrder(rows, voters)).toEqual([]);
    expect(linksByDifference(rows, voters)).toEqual([]);
  });

  describe('would be found if the closing', () => {
    const rows = () => box.map(({ recommendation_id, choice }) => `('${recommendation_id}', '${choice}')`).join(', ');

    it('kept the box without names, in the order in which it was filled', async () => {
      const leak = `CREATE TABLE kept_box AS SELECT * FROM (VALUES ${rows()}) AS kept (recommendation_id, choice)`;
      expect(await foundWith(leak, linksByOrder)).toEqual(expect.arrayContaining([expect.stringMatching(/^public.kept_box.place is in/)]));
      await api.db.query('DROP TABLE kept_box');
    });

    it('wrote the names and the choices of one person in one transaction, each in a table of its own', async () => {
      const one = voters[0] as Voter;
      const leak = `CREATE TABLE kept_name (name text); CREATE TABLE kept_choice (choice text);
        INSERT INTO kept_name VALUES ('${one.participant}'); INSERT INTO kept_choice VALUES ('agree')`;
      expect(await foundWith(leak, linksByEquality)).toEqual([`public.kept_choice tells a choice of ${one.participant}`]);
      await api.db.query('DROP TABLE kept_name, kept_choice');
    });

    it('wrote down how the only one from their constituency chose', async () => {
      const leak = `INSERT INTO ballot_result VALUES ('${ballot}', '${items[0]}', 'un', 1, 0, 0)`;
      expect(await foundWith(leak, linksByDifference)).toEqual(['the counts tell what 1 chose']);
      await api.db.query(`DELETE FROM ballot_result WHERE constituency = 'un'`);
    });

    it('told all groups but the smallest, whose counts are then the difference', async () => {
      const leak = `INSERT INTO ballot_result VALUES ('${ballot}', '${items[0]}', 'civil_society', 2, 2, 1)`;
      expect(await foundWith(leak, linksByDifference)).toEqual(['the counts tell what 1 chose']);
      await api.db.query(`DELETE FROM ballot_result WHERE constituency = 'civil_society'`);
    });
  });
});
