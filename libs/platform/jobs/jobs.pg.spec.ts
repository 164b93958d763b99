import * as z from 'zod';
import { Settings } from '@uptake/platform/config';
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres';
import { Jobs } from './jobs';

const Greet = { name: 'test.greet', schema: z.object({ name: z.string() }) };

describe('jobs on PostgreSQL', () => {
  let database: FreshDatabase;
  let jobs: Jobs;

  beforeEach(async () => {
    database = await freshDatabase();
    jobs = new Jobs(Settings.read({ DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:9', UPTAKE_SECRET: 'x'.repeat(32) }));
  });
  afterEach(async () => {
    await jobs.onApplicationShutdown();
    await database.drop();
  });

  it('are kept from the first moment on, several at once, before anybody prepared the queue', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => jobs.add(Greet, { name: `${index}` })));
    expect(await jobs.counts()).toMatchObject({ waiting: 20 });
  });

  it('are kept once for each id', async () => {
    for (const name of ['Ada', 'Ada again']) await jobs.add(Greet, { name }, { id: 'greet-ada' });
    expect(await jobs.counts()).toMatchObject({ waiting: 1 });
  });

  it('are refused with a payload that their schema does not know', async () => {
    await expect(jobs.add(Greet, { name: 7 } as never)).rejects.toThrow();
    expect(await jobs.counts()).toMatchObject({ waiting: 0 });
  });
});
