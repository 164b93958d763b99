import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { anAccount } from '../support/builders';
import { MailCatcher } from '../support/mail-catcher';
import { type RunningApi, runningApi } from '../support/running-api';
import { type RunningWorker, runningWorker } from '../support/running-worker';

describe('with Redis', () => {
  const redisUrl = process.env['REDIS_URL'] ?? '';
  let mails: MailCatcher;
  let apis: RunningApi[];
  let workers: RunningWorker[];
  let redis: Redis;

  beforeAll(async () => {
    if (!redisUrl) throw new Error('REDIS_URL is not set: run these tests through npm run test:scale.');
    redis = new Redis(redisUrl);
    await redis.flushdb();
    mails = await MailCatcher.start();
    const shared = { SMTP_URL: mails.url, REDIS_URL: redisUrl, PUBLIC_URL: 'http://uptake.example', UPTAKE_SECRET: randomUUID() };
    apis = [await runningApi(shared)];
    const { databaseUrl } = apis[0] as RunningApi;
    workers = await Promise.all([1, 2].map(() => runningWorker({ ...shared, DATABASE_URL: databaseUrl })));
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await Promise.all(apis.map((api) => api.stop()));
    await mails.stop();
    redis.disconnect();
  });

  it('jobs wait in Redis and not in PostgreSQL', async () => {
    const [api] = apis as [RunningApi];
    expect((await redis.keys('bull:uptake:*')).length).toBeGreaterThan(0);
    const schemas: unknown[] = await api.db.query(`SELECT 1 FROM information_schema.schemata WHERE schema_name = 'bullmq'`);
    expect(schemas).toEqual([]);
  });

  it('two workers share the mails, and everybody gets one', async () => {
    const [api] = apis as [RunningApi];
    const visitor = await api.as();
    const addresses = Array.from({ length: 20 }, () => `${randomUUID()}@ministry.example`);
    for (const email of addresses) await anAccount(api.db, { email });
    await Promise.all(addresses.map((email) => visitor.post('sign-in-links', { email })));
    await Promise.all(addresses.map((email) => mails.arrived(email)));
    await (workers[0] as RunningWorker).left(0);
    expect(addresses.map((email) => mails.to(email).length)).toEqual(addresses.map(() => 1));
  });
});
