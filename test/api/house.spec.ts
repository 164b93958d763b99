import { randomUUID } from 'node:crypto';
import { Controller, Get, type INestApplication, Module, Query, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { Settings } from '@uptake/platform/config';
import { Access } from '@uptake/platform/http';
import { ApiModule } from '../../apps/api/src/api.module';
import { aMembership, anAccount } from '../support/builders';
import type { Client } from '../support/client';
import { freshDatabase } from '../support/postgres';
import { callRoute, routesOf } from '../support/routes-of';
import { runningApi, type RunningApi } from '../support/running-api';

interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  errors?: { path: string; message: string }[];
  current?: { revision: number };
}

const institution = (name = `Ministry ${randomUUID()}`) => ({ name, kind: 'ministry' });

describe('the house', () => {
  let api: RunningApi;
  let coordinator: Client;
  let administrator: Client;

  beforeAll(async () => {
    api = await runningApi();
    const account = await anAccount(api.db);
    await aMembership(api.db, account, 'administrator', 'system', null);
    administrator = await api.as(account);
    const other = await anAccount(api.db);
    await aMembership(api.db, other, 'administrator', 'system', null);
    coordinator = await api.as(other);
  });
  afterAll(() => api.stop());

  describe('routes', () => {
    @Controller('open-by-mistake')
    class SaysNothing {
      @Get()
      read(): object {
        return {};
      }
    }
    @Controller('unchecked')
    class ChecksNothing {
      @Access('public')
      @Get()
      read(@Query() query: object): object {
        return query;
      }
    }

    const bootWith = async (controller: Type): Promise<void> => {
      const database = await freshDatabase();
      const settings = Settings.read({
        DATABASE_URL: database.url,
        DATABASE_POOL: '2',
        SMTP_URL: 'smtp://127.0.0.1:9',
        UPTAKE_SECRET: randomUUID() + randomUUID(),
        LOG_LEVEL: 'silent',
      });
      @Module({ imports: [ApiModule.with(settings)], controllers: [controller] })
      class WithOneMore {}
      let app: INestApplication | undefined;
      try {
        app = await NestFactory.create(WithOneMore, new FastifyAdapter(), { logger: false, abortOnError: false });
        await app.init();
      } finally {
        await app?.close();
        await database.drop();
      }
    };

    it('that do not say who may call them keep the API from starting', async () => {
      await expect(bootWith(SaysNothing)).rejects.toThrow('SaysNothing.read does not say who may call it');
    });

    it('that take input without a schema keep the API from starting', async () => {
      await expect(bootWith(ChecksNothing)).rejects.toThrow('ChecksNothing.read takes input without a schema');
    });

    it('that ask for a person answer 401 to nobody and to a guest, every one of them', async () => {
      const guest = await api.as(await anAccount(api.db, { kind: 'guest', email: null, name: null }));
      const nobody = await api.as();
      const closed = routesOf(api).filter(({ access }) => access !== 'public');
      expect(closed.length).toBeGreaterThan(20);
      for (const route of closed) {
        const callers = route.access === 'person' ? [nobody, guest] : [nobody];
        for (const caller of callers) {
          const { status } = await callRoute(caller, route, () => randomUUID());
          expect([route.method, route.path, status]).toEqual([route.method, route.path, 401]);
        }
      }
    });
  });

  describe('an error', () => {
    const expected = (status: number, code: string) => ({
      type: `urn:uptake:problem:${code}`,
      status,
      code,
      detail: expect.stringMatching(/\w.*[.?!]$/) as string,
      title: expect.any(String) as string,
      instance: expect.any(String) as string,
    });

    it.each([
      ['a body that is no JSON', (client: Client) => client.post('institutions', '{"name":'), 400, 'bad_request'],
      ['a cursor that nobody gave out', (client: Client) => client.get('reminders?cursor=bm8'), 400, 'bad_request'],
      ['an address without anything', (client: Client) => client.get('nothing-here'), 404, 'not_found'],
      ['an id of nothing', (client: Client) => client.get(`institutions/${randomUUID()}`), 404, 'not_found'],
      ['a body of 7 MB', (client: Client) => client.post('institutions', institution('x'.repeat(7_000_000))), 413, 'too_large'],
      ['a body that breaks the schema', (client: Client) => client.post('institutions', { name: '' }), 422, 'invalid'],
      ['an id that is none', (client: Client) => client.get('institutions/1'), 422, 'invalid'],
      ['a change without If-Match', (client: Client) => client.patch(`institutions/${randomUUID()}`, {}), 428, 'revision_missing'],
      [
        'a change with a damaged If-Match',
        (client: Client) => client.patch('me', {}, { headers: { 'if-match': 'W/7' } }),
        428,
        'revision_missing',
      ],
      [
        'a character that no text may hold',
        (client: Client) => client.patch('me', { name: 'a\u0000b' }, { ifMatch: 1 }),
        400,
        'bad_request',
      ],
      [
        'a command from another site',
        (client: Client) => client.post('institutions', {}, { headers: { origin: 'https://evil.example' } }),
        403,
        'foreign_origin',
      ],
      ['a call by nobody', async () => (await api.as()).post('institutions', institution()), 401, 'sign_in_first'],
    ] as [string, (client: Client) => Promise<{ status: number; body: Problem; headers: Headers }>, number, string][])(
      '%s is told in the one format',
      async (_, call, status, code) => {
        const answer = await call(administrator);
        expect(answer.body).toMatchObject(expected(status, code));
        expect(answer.status).toBe(status);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('x-request-id')).toBe(answer.body.instance);
      },
    );

    it('of a form names the field and what to do', async () => {
      const { body } = await administrator.post<Problem>('institutions', { ...institution(), name: 'x' });
      expect(body.errors).toEqual([{ path: 'name', message: 'Write the name of the institution.' }]);
    });

    it('of a stale change brings the state as it is now', async () => {
      const { body: made } = await administrator.post<{ id: string; revision: number }>('institutions', institution());
      const path = `institutions/${made.id}`;
      expect((await administrator.patch(path, { description: 'First' }, { ifMatch: 1 })).status).toBe(200);
      const late = await coordinator.patch<Problem>(path, { description: 'Second' }, { ifMatch: 1 });
      expect(late.status).toBe(412);
      expect(late.body).toMatchObject({ ...expected(412, 'stale'), current: { description: 'First', revision: 2 } });
    });

    it('that nobody foresaw tells nothing of the inside', async () => {
      await api.db.query('ALTER TABLE institution RENAME TO lost');
      const { status, body } = await administrator
        .get<Problem>('institutions')
        .finally(() => api.db.query('ALTER TABLE lost RENAME TO institution'));
      expect(status).toBe(500);
      expect(body).toMatchObject(expected(500, 'unforeseen'));
      expect(JSON.stringify(body)).not.toMatch(/relation|institution|SELECT/);
    });
  });

  describe('a request id', () => {
    it('is the one that the caller sent', async () => {
      const { headers } = await administrator.get('session', { headers: { 'x-request-id': 'trace-12345678' } });
      expect(headers.get('x-request-id')).toBe('trace-12345678');
    });

    it.each(['short', 'x'.repeat(65), 'a"b<script>alert'])('is made anew instead of %s', async (sent) => {
      const { headers } = await administrator.get('session', { headers: { 'x-request-id': sent } });
      expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    });
  });

  describe('an idempotency key', () => {
    const add = (client: Client, key: string, body: object) =>
      client.post<Problem & { id: string }>('institutions', body, { headers: { 'idempotency-key': key } });
    const count = async (name: string) =>
      ((await api.db.query('SELECT count(*)::int AS count FROM institution WHERE name = $1', [name])) as { count: number }[])[0]?.count;

    it('gives the same answer to the same request, and does it once', async () => {
      const [key, body] = [randomUUID(), institution()];
      const first = await add(administrator, key, body);
      const second = await add(administrator, key, body);
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.body).toEqual(first.body);
      expect(second.headers.get('idempotency-replayed')).toBe('true');
      expect(await count(body.name)).toBe(1);
    });

    it('with another body is refused', async () => {
      const key = randomUUID();
      await add(administrator, key, institution());
      const other = await add(administrator, key, institution());
      expect([other.status, other.body.code]).toEqual([422, 'key_reused']);
    });

    it('of somebody else is another key', async () => {
      const [key, one, other] = [randomUUID(), institution(), institution()];
      expect((await add(administrator, key, one)).status).toBe(201);
      expect((await add(coordinator, key, other)).status).toBe(201);
      expect([await count(one.name), await count(other.name)]).toEqual([1, 1]);
    });

    it('of a request that failed may be used again', async () => {
      const [key, body] = [randomUUID(), institution()];
      expect((await add(administrator, key, { ...body, name: '' })).status).toBe(422);
      expect((await add(administrator, key, body)).status).toBe(201);
    });

    it('still at work is refused, and gives the answer afterwards', async () => {
      const [key, body] = [randomUUID(), institution()];
      const blocker = api.db.createQueryRunner();
      await blocker.startTransaction();
      await blocker.query('LOCK TABLE institution IN ACCESS EXCLUSIVE MODE');
      const first = add(administrator, key, body);
      await waitUntil(async () => (await waitingForLocks()) > 0);
      const second = await add(administrator, key, body);
      expect([second.status, second.body.code]).toEqual([409, 'in_flight']);
      await blocker.rollbackTransaction();
      await blocker.release();
      expect((await first).status).toBe(201);
      expect((await add(administrator, key, body)).body.id).toBe((await first).body.id);
      expect(await count(body.name)).toBe(1);
    });

    it('sent twenty times at once has one effect', async () => {
      const [key, body] = [randomUUID(), institution()];
      const answers = await Promise.all(Array.from({ length: 20 }, () => add(administrator, key, body)));
      const made = answers.filter(({ status }) => status === 201);
      expect(made.length).toBeGreaterThan(0);
      expect(new Set(made.map(({ body: { id } }) => id)).size).toBe(1);
      expect(answers.filter(({ status }) => status !== 201).every(({ status }) => status === 409)).toBe(true);
      expect(await count(body.name)).toBe(1);
    });

    const waitingForLocks = async (): Promise<number> => {
      const rows = (await api.db.query(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )) as { waiting: number }[];
      return rows[0]?.waiting ?? 0;
    };
  });

  describe('the database', () => {
    it('is what the entities say: migrations leave nothing to change', async () => {
      const { upQueries } = await api.app.get(DataSource).driver.createSchemaBuilder().log();
      const changes = upQueries.map(({ query }) => query).filter((query) => !isBeyondEntities(query));
      expect(changes).toEqual([]);
    });

    /** Entities know nothing of foreign keys and checks: slices hold each other's ids, and the database guards them. */
    const isBeyondEntities = (query: string): boolean => /DROP CONSTRAINT "\w+_(fkey\d*|check\d*)"/.test(query);

    it('can go all the way back and forth again', async () => {
      const database = await freshDatabase();
      const { dataSourceOptions } = await import('@uptake/platform/database');
      const source = await new DataSource(dataSourceOptions(database.url, 1)).initialize();
      const done = await source.query('SELECT name FROM migrations');
      for (let step = 0; step < done.length; step += 1) await source.undoLastMigration();
      const left: unknown[] = await source.query(
        `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') AND relname <> 'migrations'`,
      );
      expect(left).toEqual([]);
      expect(await source.runMigrations()).toHaveLength(done.length);
      await source.destroy();
      await database.drop();
    });
  });
});

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}
