import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { Settings } from '@uptake/platform/config';

type Listener = (message: string) => void;

const CHANNEL = 'uptake';
const RECONNECT_AFTER_MS = 500;

/**
 * Hints between processes by NOTIFY. Only hints: whoever listens must also look by itself now and then, because a hint is lost
 * while the connection is down. Equal hints are sent once a batch, since NOTIFY takes a lock across the whole server at commit.
 */
@Injectable()
export class Notifications implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Notifications');
  private readonly listeners = new Set<Listener>();
  private readonly waiting = new Set<string>();
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.connect().catch(() => this.reconnectLater());
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  /** @returns a function that stops listening */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Sends `message` (at most 200 characters) to every process, this one included, within a few milliseconds. */
  hint(message: string): void {
    if (!this.waiting.size) setTimeout(() => void this.send(), 3);
    this.waiting.add(message);
  }

  private async send(): Promise<void> {
    const messages = [...this.waiting];
    this.waiting.clear();
    if (this.closing) return;
    await this.dataSource
      .query('SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message', [CHANNEL, messages])
      .catch((error: unknown) => this.logger.warn(`A hint was not sent: ${String(error)}`));
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.settings.databaseUrl, application_name: 'uptake-listen' });
    client.on('notification', ({ payload }) => this.listeners.forEach((listener) => listener(payload ?? '')));
    client.on('error', () => this.reconnectLater());
    client.on('end', () => this.reconnectLater());
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    this.client = client;
  }

  private reconnectLater(): void {
    if (this.closing) return;
    clearTimeout(this.timer);
    this.client?.removeAllListeners('end').on('error', () => undefined);
    this.timer = setTimeout(() => void this.connect().catch(() => this.reconnectLater()), RECONNECT_AFTER_MS);
  }
}
