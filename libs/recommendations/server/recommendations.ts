import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '@uptake/platform/database';
import { notFound, Problem } from '@uptake/platform/http';
import { type Lifecycle, lifecycle } from '@uptake/recommendations/domain';
import { Recommendation } from './recommendation.entity';

const DECIDED: readonly Lifecycle[] = ['adopted', 'not_adopted', 'merged'];

/** What other slices may ask of recommendations inside their own transactions. */
@Injectable()
export class Recommendations {
  /**
   * Locks recommendations until the transaction ends, always in the same order, so that two who lock at once wait and don't block each other.
   * @returns those that there are, in the order of their document
   */
  async lockForBallot(tx: Tx, ids: readonly string[]): Promise<Recommendation[]> {
    const found = await tx
      .createQueryBuilder(Recommendation, 'recommendation')
      .where({ id: In([...ids]) })
      .orderBy('recommendation.id')
      .setLock('pessimistic_write')
      .getMany();
    return found.sort((one, other) => one.position - other.position);
  }

  /**
   * Moves recommendations along their life, all or none.
   * @param ids one or many; they are locked here
   * @param at the moment of the decision, where the move is one
   * @throws a 404 where one does not exist, a 409 `lifecycle_forbids` where the table knows no such move for one of them
   */
  async setLifecycle(tx: Tx, ids: string | readonly string[], to: Lifecycle, at: Date): Promise<void> {
    const wanted = new Set(typeof ids === 'string' ? [ids] : ids);
    const locked = await this.lockForBallot(tx, [...wanted]);
    if (locked.length !== wanted.size) throw notFound();
    for (const { lifecycle: from, reference } of locked) {
      if (!lifecycle.allows(from, to)) throw new Problem(409, 'lifecycle_forbids', { params: { from, to, reference } });
    }
    await tx.query(
      `UPDATE recommendation SET lifecycle = $2::text, revision = revision + 1,
         withdrawn_from = CASE WHEN $2 = 'withdrawn' THEN lifecycle END,
         decided_at = CASE WHEN $2 = 'withdrawn' OR withdrawn_from = $2 THEN decided_at WHEN $2 = ANY($3::text[]) THEN $4::timestamptz END
       WHERE id = ANY($1::uuid[])`,
      [[...wanted], to, DECIDED, at],
    );
  }
}
