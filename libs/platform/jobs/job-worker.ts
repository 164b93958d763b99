import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type Job as QueuedJob, Worker } from 'bullmq';
import { Settings } from '@uptake/platform/config';
import { queueConnection } from './backend';
import { JobProcessor, type Processes } from './handles';
import type { Job } from './job';
import { QUEUE } from './jobs';

const CONCURRENCY = 5;

/** Runs what was put off. Refuses to start half-wired: two processors for one job throw. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('JobWorker');
  private readonly processors = new Map<string, { job: Job; processor: Processes<object> }>();
  private worker: Worker | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const provider of this.discovery.getProviders()) {
      const job = this.discovery.getMetadataByDecorator(JobProcessor, provider);
      if (!job) continue;
      if (this.processors.has(job.name)) throw new Error(`Two processors for the job ${job.name}`);
      this.processors.set(job.name, { job, processor: provider.instance as Processes<object> });
    }
    this.worker = new Worker(QUEUE, (queued) => this.process(queued), {
      connection: queueConnection(this.settings),
      concurrency: CONCURRENCY,
    });
    this.worker.on('error', (error) => this.logger.warn(`The queue can't be reached: ${error.message}`));
    this.worker.on('failed', (queued, error) => this.logger.error(`${queued?.name} ${queued?.id} failed: ${error.message}`));
    await this.worker.waitUntilReady();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.close();
  }

  private async process(queued: QueuedJob): Promise<void> {
    const known = this.processors.get(queued.name);
    if (!known) throw new Error(`No processor for the job ${queued.name}`);
    await known.processor.process(known.job.schema.parse(queued.data));
  }
}
