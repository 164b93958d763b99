import { Injectable } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import { ActivityLog } from '@uptake/platform/activity';
import { Clock } from '@uptake/platform/config';
import { saveRevision, Transactions } from '@uptake/platform/database';
import { refusal, stale } from '@uptake/platform/http';
import type { Recommendation as Answer, TextChange } from '@uptake/recommendations/contracts';
import { editText, mayEdit } from '@uptake/recommendations/domain';
import { streamsOf } from './facts';
import { lockFor } from './lock-for';
import { ReadRecommendation } from './read-recommendation';
import { Recommendation } from './recommendation.entity';
import { RecommendationEdit } from './recommendation-edit.entity';

/** Changes the text and keeps the difference. */
@Injectable()
export class EditRecommendation {
  constructor(
    private readonly transactions: Transactions,
    private readonly read: ReadRecommendation,
    private readonly activity: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** @throws 412 with the state as it now is, where somebody else was faster */
  edit(actor: Actor, id: string, revision: number, change: TextChange): Promise<Answer> {
    return this.transactions.run(async (tx) => {
      const recommendation = await lockFor(tx, actor, id, mayEdit);
      if (recommendation.revision !== revision) throw stale(await this.read.one(actor, id, tx));
      const edit = editText(recommendation.lifecycle, recommendation.text, change);
      if (edit.refused) throw refusal(edit);
      const { before, after, reason } = edit.value;
      await saveRevision(tx, Recommendation, { id, revision }, { text: after });
      await tx.insert(RecommendationEdit, {
        recommendationId: id,
        before,
        after,
        reason,
        editedBy: actor.accountId,
        at: this.clock.now(),
      });
      await this.activity.append(tx, {
        streams: streamsOf(recommendation),
        type: 'recommendations.edited',
        data: { recommendationId: id, reference: recommendation.reference, reason },
        actor: actor.accountId,
      });
      return this.read.one(actor, id, tx);
    });
  }
}
