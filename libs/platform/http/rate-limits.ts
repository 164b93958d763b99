import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Problem } from './problem';

interface Limit {
  points: number;
  seconds: number;
}

/** Slows down guessing. Counted in this process: with n processes behind a proxy the limit is n times as high. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterMemory>();

  /** @throws 429 when `key` was used more than `points` times within `seconds` for this purpose */
  async spend(purpose: string, key: string, { points, seconds }: Limit): Promise<void> {
    let limiter = this.limiters.get(purpose);
    if (!limiter) {
      limiter = new RateLimiterMemory({ keyPrefix: purpose, points, duration: seconds });
      this.limiters.set(purpose, limiter);
    }
    await limiter.consume(key).catch(() => {
      throw new Problem(429, 'too_many');
    });
  }
}
