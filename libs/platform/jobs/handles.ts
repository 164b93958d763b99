import { DiscoveryService } from '@nestjs/core';
import type { Job } from './job';

export const JobProcessor = DiscoveryService.createDecorator<Job>();

/** What a class marked `@JobProcessor(job)` does. A job may run twice (a worker killed in the middle), so it must be idempotent. */
export interface Processes<Payload extends object> {
  process(payload: Payload): Promise<void>;
}
