import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

export type Tx = EntityManager;

interface Running {
  tx: Tx;
  afterCommit: (() => void)[];
}

const DEADLOCK = '40P01';
const SERIALIZATION_FAILURE = '40001';

/** The one way to write: a transaction around a use case, with what must wait for the commit. */
@Injectable()
export class Transactions {
  private readonly running = new AsyncLocalStorage<Running>();
  private readonly logger = new Logger('Transactions');

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in a transaction, or joins the one that is already running for this request.
   * A deadlock or serialization failure is tried again, twice at most.
   */
  async run<Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    const outer = this.running.getStore();
    if (outer) return work(outer.tx);
    for (let attempt = 1; ; attempt++) {
      const afterCommit: Running['afterCommit'] = [];
      try {
        const answer = await this.dataSource.transaction((tx) => this.running.run({ tx, afterCommit }, () => work(tx)));
        this.runOutside(() => afterCommit.forEach((effect) => this.attempt(effect)));
        return answer;
      } catch (error) {
        const code = (error as { code?: string }).code;
        if (attempt === 3 || (code !== DEADLOCK && code !== SERIALIZATION_FAILURE)) throw error;
      }
    }
  }

  /** Live news and jobs: only after the commit, so that nobody hears of what was rolled back. */
  afterCommit(effect: () => void): void {
    const running = this.running.getStore();
    if (!running) throw new Error('afterCommit belongs inside a transaction');
    running.afterCommit.push(effect);
  }

  private runOutside(work: () => void): void {
    this.running.exit(work);
  }

  private attempt(effect: () => void): void {
    try {
      effect();
    } catch (error) {
      this.logger.error(error);
    }
  }
}
