import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApi } from '@uptake/api';
import { type Clock, Settings } from '@uptake/platform/config';
import { Client } from './client';
import { freshDatabase } from './postgres';
import { openSession } from './builders';

export interface RunningApi {
  app: NestFastifyApplication;
  url: string;
  databaseUrl: string;
  /** For builders and for looking at what was really written. */
  db: DataSource;
  /** Somebody who is signed in as this account; without one, nobody. */
  as(accountId?: string): Promise<Client>;
  stop(): Promise<void>;
}

/** The real application on a free port, on a database of its own. */
export async function runningApi(environment: Record<string, string> = {}, clock?: Clock): Promise<RunningApi> {
  const database = await freshDatabase();
  const settings = Settings.read({
    PORT: '0',
    DATABASE_URL: database.url,
    DATABASE_POOL: '5',
    SMTP_URL: 'smtp://127.0.0.1:9',
    UPTAKE_SECRET: randomUUID() + randomUUID(),
    LOG_LEVEL: 'error',
    ...environment,
  });
  const app = await createApi(settings, clock);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const db = await new DataSource({ type: 'postgres', url: database.url, poolSize: 3 }).initialize();
  return {
    app,
    url,
    databaseUrl: database.url,
    db,
    as: async (accountId) => new Client(url, accountId ? await openSession(db, accountId) : undefined),
    stop: async () => {
      await db.destroy();
      await app.close();
      await database.drop();
    },
  };
}
