import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type Clock, Settings } from '@uptake/platform/config';
import { type Job, Jobs } from '@uptake/platform/jobs';
import { WorkerModule } from '../../apps/worker/src/worker.module';

export interface RunningWorker {
  /** Puts a job in the queue, as the schedule does, and waits until the queue is empty. */
  run(job: Job, payload?: object): Promise<void>;
  add(job: Job, payload: object): Promise<void>;
  /** Waits until no more than so many jobs are left, those at work included. */
  left(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** The real worker, beside an API on the same database. Its own schedule is put so far off that only the test sweeps. */
export async function runningWorker(environment: Record<string, string>, clock?: Clock): Promise<RunningWorker> {
  const settings = Settings.read({ DATABASE_POOL: '4', LOG_LEVEL: 'silent', REMINDER_SWEEP_SECONDS: '3600', ...environment });
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings, clock), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const jobs = app.get(Jobs);
  const left = async (count: number): Promise<void> => {
    for (;;) {
      const { waiting = 0, active = 0 } = await jobs.counts();
      if (waiting + active <= count) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    left,
    add: (job, payload) => jobs.add(job, payload),
    run: async (job, payload = {}) => {
      await jobs.add(job, payload);
      await left(0);
    },
    stop: () => app.close(),
  };
}
