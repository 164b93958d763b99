import { Injectable } from '@nestjs/common';
import type { Result } from '@uptake/kernel';
import type { Actor } from '@uptake/people/domain';
import { ActivityLog } from '@uptake/platform/activity';
import { Clock } from '@uptake/platform/config';
import { Transactions } from '@uptake/platform/database';
import { refusal } from '@uptake/platform/http';
import type { Recommendation as Answer } from '@uptake/recommendations/contracts';
import { decide, type Decided, type Lifecycle, mayDecide, restore, withdraw } from '@uptake/recommendations/domain';
import { streamsOf } from './facts';
import { lockFor } from './lock-for';
import { ReadRecommendation } from './read-recommendation';
import type { Recommendation } from './recommendation.entity';
import { Recommendations } from './recommendations';

/** What a coordinator decides on a recommendation: adopted or not, withdrawn, or taken back from withdrawal. */
@Injectable()
export class DecideRecommendation {
  constructor(
    private readonly transactions: Transactions,
    private readonly recommendations: Recommendations,
    private readonly read: ReadRecommendation,
    private readonly activity: ActivityLog,
    private readonly clock: Clock,
  ) {}

  decide(actor: Actor, id: string, decision: Decided): Promise<Answer> {
    return this.move(actor, id, `recommendations.${decision}`, ({ lifecycle }) => decide(lifecycle, decision));
  }

  withdraw(actor: Actor, id: string): Promise<Answer> {
    return this.move(actor, id, 'recommendations.withdrawn', ({ lifecycle }) => withdraw(lifecycle));
  }

  restore(actor: Actor, id: string): Promise<Answer> {
    return this.move(actor, id, 'recommendations.restored', ({ lifecycle, withdrawnFrom }) => restore(lifecycle, withdrawnFrom));
  }

  private move(actor: Actor, id: string, type: string, rule: (recommendation: Recommendation) => Result<Lifecycle>): Promise<Answer> {
    return this.transactions.run(async (tx) => {
      const recommendation = await lockFor(tx, actor, id, mayDecide);
      const result = rule(recommendation);
      if (result.refused) throw refusal(result);
      await this.recommendations.setLifecycle(tx, id, result.value, this.clock.now());
      await this.activity.append(tx, {
        streams: streamsOf(recommendation),
        type,
        data: { recommendationId: id, reference: recommendation.reference, lifecycle: result.value },
        actor: actor.accountId,
      });
      return this.read.one(actor, id, tx);
    });
  }
}
