import { Controller, Get, Header } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { collectDefaultMetrics, Gauge, register } from 'prom-client';
import type { DataSource } from 'typeorm';
import { Access, Problem } from '@uptake/platform/http';
import { Jobs } from '@uptake/platform/jobs';

@Controller()
export class HealthController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {
    register.clear();
    collectDefaultMetrics();
    new Gauge({
      name: 'uptake_jobs',
      help: 'Jobs in the queue, by state',
      labelNames: ['state'],
      collect: async function () {
        for (const [state, count] of Object.entries(await jobs.counts())) this.set({ state }, count);
      },
    });
  }

  /** The process runs. */
  @Access('public')
  @Get('health/live')
  live(): object {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers and is at this version. */
  @Access('public')
  @Get('health/ready')
  async ready(): Promise<object> {
    const pending = await this.dataSource.showMigrations().catch(() => true);
    if (pending) throw new Problem(503, 'not_ready');
    return { status: 'ok' };
  }

  @Access('public')
  @Get('metrics')
  @Header('content-type', register.contentType)
  metrics(): Promise<string> {
    return register.metrics();
  }
}
