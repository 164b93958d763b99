import type { ActivityPage, Fact } from '@uptake/activity/contracts';
import type { QueryRunner } from 'typeorm';
import type { Client } from '../support/client';
import { runningApi, type RunningApi } from '../support/running-api';
import { tell } from '../support/tell';

const BEGINNING = '0.0';
const numbersOf = (facts: Fact[]) => facts.map(({ data }) => data['number']);

describe('activity', () => {
  let api: RunningApi;
  let reader: Client;

  beforeAll(async () => {
    api = await runningApi();
    reader = await api.as();
  });
  beforeEach(() => api.db.query('TRUNCATE activity'));
  afterAll(() => api.stop());

  const page = async (after: string, more = '') => (await reader.get<ActivityPage>(`activity?stream=public&after=${after}${more}`)).body;
  const readOn = async (after: string, limit: number): Promise<{ facts: Fact[]; cursor: string }> => {
    const facts: Fact[] = [];
    let cursor = after;
    for (let more = true; more;) {
      const read = await page(cursor, `&limit=${limit}`);
      facts.push(...read.items);
      ({ cursor, more } = read);
    }
    return { facts, cursor };
  };
  const writer = async (): Promise<QueryRunner> => {
    const runner = api.db.createQueryRunner();
    await runner.startTransaction();
    return runner;
  };
  const write = (runner: QueryRunner, number: number) =>
    runner.query(`INSERT INTO activity (streams, type, at, data) VALUES ('{public}', 'test.told', now(), $1)`, [{ number }]);
  const commit = async (runner: QueryRunner) => {
    await runner.commitTransaction();
    await runner.release();
  };

  it('a fact whose writer commits late is not skipped by a reader who passed its number', async () => {
    const slow = await writer();
    await write(slow, 1);
    const quick = await writer();
    await write(quick, 2);
    await commit(quick);
    const before = await readOn(BEGINNING, 10);
    expect(numbersOf(before.facts)).toEqual([]);
    await commit(slow);
    expect(numbersOf((await readOn(before.cursor, 10)).facts)).toEqual([1, 2]);
  });

  it('a fact that is rolled back is never told', async () => {
    const doubtful = await writer();
    await write(doubtful, 1);
    await doubtful.rollbackTransaction();
    await doubtful.release();
    await tell(api, ['public'], 2);
    expect(numbersOf((await readOn(BEGINNING, 10)).facts)).toEqual([2]);
  });

  it('many facts of one transaction are paged through, none twice', async () => {
    const numbers = Array.from({ length: 25 }, (_, index) => index);
    await tell(api, ['public'], ...numbers);
    const { facts } = await readOn(BEGINNING, 7);
    expect(numbersOf(facts)).toEqual(numbers);
    expect(new Set(facts.map(({ cursor }) => cursor)).size).toBe(25);
  });

  it('writers that commit in any order while somebody reads: none lost, none twice', async () => {
    const total = 3 * 60;
    const seen: Fact[] = [];
    let cursor = BEGINNING;
    const reading = (async () => {
      while (seen.length < total) {
        const read = await readOn(cursor, 4);
        seen.push(...read.facts);
        cursor = read.cursor;
      }
    })();
    const others = ['pg_sleep(0.004)', 'pg_sleep(0.011)', 'pg_sleep(0)'].map(async (pause, which) => {
      for (let round = 0; round < 30; round += 1) {
        const runner = await writer();
        await write(runner, which * 1000 + round * 2);
        await runner.query(`SELECT ${pause}`);
        await write(runner, which * 1000 + round * 2 + 1);
        await commit(runner);
      }
    });
    await Promise.all([...others, reading]);
    const expected = [0, 1, 2].flatMap((which) => Array.from({ length: 60 }, (_, index) => which * 1000 + index));
    expect(numbersOf(seen).sort((one, other) => Number(one) - Number(other))).toEqual(expected);
  }, 20_000);

  it('a timeline is read from its newest end', async () => {
    await tell(api, ['public'], 1, 2, 3);
    expect(numbersOf((await page(BEGINNING, '&order=newest&limit=2')).items)).toEqual([3, 2]);
  });

  it.each(['stream=public&after=1', 'stream=public&after=x.y', 'stream=everything', 'stream=workshop:1', 'stream=public&limit=1000'])(
    'a question that makes no sense is refused: %s',
    async (query) => {
      expect((await reader.get(`activity?${query}`)).status).toBe(422);
    },
  );
});
