import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Settings } from '@uptake/platform/config';
import { queueConnection } from './backend';
import type { Job } from './job';

export const QUEUE = 'uptake';
const KEEP_FAILED = { age: 7 * 24 * 3600, count: 1000 };

/** The one way to put work off. Adds by id, so that asking twice for the same piece of work gives one job. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private opened: Queue | undefined;

  constructor(private readonly settings: Settings) {}

  async add<Payload extends object>(job: Job<Payload>, payload: Payload, options: { id?: string } = {}): Promise<void> {
    await this.queue.add(job.name, job.schema.parse(payload), {
      ...(options.id ? { jobId: options.id } : {}),
      attempts: 8,
      backoff: { type: 'exponential', delay: 2000 },
      removeOnComplete: true,
      removeOnFail: KEEP_FAILED,
    });
  }

  /** Runs `job` again and again; asking again with another period changes the schedule. */
  async every<Payload extends object>(seconds: number, job: Job<Payload>, payload: Payload): Promise<void> {
    await this.queue.upsertJobScheduler(
      job.name,
      { every: seconds * 1000 },
      { name: job.name, data: payload, opts: { removeOnComplete: true, removeOnFail: KEEP_FAILED } },
    );
  }

  async counts(): Promise<Record<string, number>> {
    return this.queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.opened?.close();
  }

  private get queue(): Queue {
    if (!this.opened) {
      this.opened = new Queue(QUEUE, { connection: queueConnection(this.settings) });
      this.opened.on('error', (error) => this.logger.warn(`The queue can't be reached: ${error.message}`));
    }
    return this.opened;
  }
}
