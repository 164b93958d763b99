import { type ConnectionOptions, createPostgresBackend, setDefaultBackendFactory } from 'bullmq';
import type { Settings } from '@uptake/platform/config';

const CONNECTIONS_A_QUEUE = 3;

/** BullMQ on PostgreSQL, or on Redis where there is one. Call once a process, before any queue exists. */
export function queueConnection(settings: Settings): ConnectionOptions {
  // An address and not a connection: BullMQ closes only what it opened itself.
  if (settings.redisUrl) return { url: settings.redisUrl, maxRetriesPerRequest: null };
  setDefaultBackendFactory(createPostgresBackend);
  return {
    connectionString: settings.databaseUrl,
    schema: 'bullmq',
    migrate: true,
    max: CONNECTIONS_A_QUEUE,
  } as unknown as ConnectionOptions;
}
