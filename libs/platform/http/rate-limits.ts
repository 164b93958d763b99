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

  /** @throws 429 when `key` has used up the limit already; spends nothing, for where only what fails is counted */
  async check(purpose: string, key: string, limit: Limit): Promise<void> {
    const used = await this.limiterOf(purpose, limit).get(key);
    if (used && used.remainingPoints <= 0) throw new Problem(429, 'too_many');
  }

  /** @throws 429 when `key` was used more than `points` times within `seconds` for this purpose */
  async spend(purpose: string, key: string, limit: Limit): Promise<void> {
    await this.limiterOf(purpose, limit)
      .consume(key)
      .catch(() => {
        throw new Problem(429, 'too_many');
      });
  }

  /** Takes a `spend` back, for where only what fails is to count: whoever gets in was not guessing. */
  async giveBack(purpose: string, key: string, limit: Limit): Promise<void> {
    await this.limiterOf(purpose, limit).reward(key);
  }

  private limiterOf(purpose: string, { points, seconds }: Limit): RateLimiterMemory {
    const limiter = this.limiters.get(purpose) ?? new RateLimiterMemory({ keyPrefix: purpose, points, duration: seconds });
    this.limiters.set(purpose, limiter);
    return limiter;
  }
}
