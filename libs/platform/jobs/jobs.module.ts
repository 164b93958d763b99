import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobWorker } from './job-worker';
import { Jobs } from './jobs';

/** For every process: puts work off. */
@Global()
@Module({ providers: [Jobs], exports: [Jobs] })
export class JobsModule {}

/** For the worker alone: does it. */
@Module({ imports: [DiscoveryModule], providers: [JobWorker] })
export class JobWorkerModule {}
