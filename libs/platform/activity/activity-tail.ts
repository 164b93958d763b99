import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Cursor, Fact } from '@uptake/activity/contracts';
import { Notifications } from '@uptake/platform/database';
import { ACTIVITY_HINT, ActivityLog } from './activity-log';

type Reader = (facts: Fact[]) => void;

const POLL_MS = 1000;
const BATCH = 500;

/** Follows the log from the moment of the start: a hint makes it look at once, the poll makes it look anyway. */
@Injectable()
export class ActivityTail implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('ActivityTail');
  private readonly readers = new Set<Reader>();
  private cursor: Cursor | undefined;
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> | undefined;
  private again = false;
  private stopListening: (() => void) | undefined;

  constructor(
    private readonly log: ActivityLog,
    private readonly notifications: Notifications,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.cursor = await this.log.end();
    this.stopListening = this.notifications.listen((hint) => hint === ACTIVITY_HINT && this.look());
    this.timer = setInterval(() => this.look(), POLL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopListening?.();
    await this.reading;
  }

  follow(reader: Reader): void {
    this.readers.add(reader);
  }

  private look(): void {
    if (this.reading) {
      this.again = true;
      return;
    }
    this.reading = this.catchUp()
      .catch((error: unknown) => this.logger.warn(`The log could not be read: ${String(error)}`))
      .finally(() => {
        this.reading = undefined;
        if (this.again) {
          this.again = false;
          this.look();
        }
      });
  }

  private async catchUp(): Promise<void> {
    for (;;) {
      const facts = await this.log.since(this.cursor as Cursor, BATCH);
      const last = facts.at(-1);
      if (!last) return;
      this.cursor = last.cursor;
      this.readers.forEach((reader) => reader(facts));
    }
  }
}
