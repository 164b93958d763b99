import { Injectable } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import { ActivityLog } from '@uptake/platform/activity';
import { Clock } from '@uptake/platform/config';
import { Transactions, type Tx } from '@uptake/platform/database';
import { invalid, refusal } from '@uptake/platform/http';
import type { NewBallot } from '@uptake/voting/contracts';
import { isHiddenUntilClosed } from '@uptake/voting/domain';
import { Workshops } from '@uptake/workshops/server';
import { Ballot } from './ballot.entity';

/** Draws up a ballot over recommendations of the workshop. Nobody but those who run it sees it until it opens. */
@Injectable()
export class CreateBallot {
  constructor(
    private readonly transactions: Transactions,
    private readonly workshops: Workshops,
    private readonly activity: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** @throws 404, 403, 409 without a document to vote on, 422 where a recommendation is none of the workshop's */
  run(actor: Actor, { workshopId, title, method, hiddenUntilClosed, recommendationIds }: NewBallot): Promise<string> {
    return this.transactions.run(async (tx) => {
      const { rule, sourceId } = await this.workshops.facilitated(actor, workshopId, tx);
      if (!sourceId) throw refusal({ refused: true, code: 'nothing_to_vote_on' });
      const { identifiers } = await tx.insert(Ballot, {
        workshopId,
        title,
        method,
        state: 'draft',
        hiddenUntilClosed: isHiddenUntilClosed(rule, hiddenUntilClosed),
        createdAt: this.clock.now(),
      });
      const { id } = identifiers[0] as { id: string };
      await this.put(tx, id, sourceId, recommendationIds);
      await this.activity.append(tx, {
        streams: [`workshop:${workshopId}`],
        type: 'voting.ballot_drafted',
        data: { ballotId: id },
        actor: actor.accountId,
      });
      return id;
    });
  }

  /** In the order of the document. */
  private async put(tx: Tx, ballotId: string, sourceId: string, wanted: string[]): Promise<void> {
    const put: { recommendation_id: string }[] = await tx.query(
      `INSERT INTO ballot_item (ballot_id, recommendation_id, position)
       SELECT $1, id, row_number() OVER (ORDER BY position, id) FROM recommendation
       WHERE source_id = $2 AND CASE WHEN cardinality($3::uuid[]) = 0 THEN lifecycle = 'proposed' ELSE id = ANY($3::uuid[]) END
       RETURNING recommendation_id`,
      [ballotId, sourceId, wanted],
    );
    const found = new Set(put.map(({ recommendation_id }) => recommendation_id));
    if (wanted.some((id) => !found.has(id))) {
      throw invalid([{ path: 'recommendationIds', message: 'One of these is no recommendation of this workshop.' }]);
    }
    if (!put.length) throw refusal({ refused: true, code: 'nothing_to_vote_on' });
  }
}
