import { Injectable } from '@nestjs/common';
import type { Stream } from '@uptake/activity/contracts';
import type { Actor } from '@uptake/people/domain';
import { ActivityLog } from '@uptake/platform/activity';
import { Clock } from '@uptake/platform/config';
import { Transactions, type Tx } from '@uptake/platform/database';
import { refusal } from '@uptake/platform/http';
import { CoalescedStates } from '@uptake/platform/live';
import { type Recommendation, Recommendations } from '@uptake/recommendations/server';
import { closeBallot, openBallot } from '@uptake/voting/domain';
import type { Workshop } from '@uptake/workshops/server';
import { BallotBox } from './ballot-box';
import { BallotItem } from './ballot-item.entity';
import { Ballot } from './ballot.entity';
import { Ballots } from './ballots';
import { TALLY } from './tallies';

/** Opens and closes ballots; the recommendations follow. */
@Injectable()
export class MoveBallot {
  constructor(
    private readonly transactions: Transactions,
    private readonly ballots: Ballots,
    private readonly box: BallotBox,
    private readonly recommendations: Recommendations,
    private readonly activity: ActivityLog,
    private readonly states: CoalescedStates,
    private readonly clock: Clock,
  ) {}

  /** @throws 404, 403, and 409 by the rule: see `openBallot` */
  open(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { ballot, workshop } = await this.ballots.lockForFacilitator(tx, actor, id);
      const items = await this.itemsOf(tx, id);
      const electors = ballot.state === 'draft' ? await this.register(tx, ballot) : ballot.electors;
      const opened = openBallot({ ...ballot, rule: workshop.rule, items, electors });
      if (opened.refused) throw refusal(opened);
      const at = this.clock.now();
      await tx.update(Ballot, { id }, { ...opened.value, state: 'open', electors, openedAt: at, revision: ballot.revision + 1 });
      await this.recommendations.setLifecycle(
        tx,
        items.map((item) => item.id),
        'in_ballot',
        at,
      );
      await this.tell(tx, actor, { ballot, workshop, items }, 'voting.ballot_opened', { electors });
    });
  }

  /** Closes for good, and keeps no choice with anybody. The recommendations are proposed again: the votes advise, the coordinator decides. */
  close(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { ballot, workshop } = await this.ballots.lockForFacilitator(tx, actor, id);
      const closed = closeBallot(ballot.state);
      if (closed.refused) throw refusal(closed);
      const at = this.clock.now();
      await tx.update(Ballot, { id }, { state: closed.value, closedAt: at, revision: ballot.revision + 1 });
      const items = await this.itemsOf(tx, id);
      const voted = items.filter(({ lifecycle }) => lifecycle === 'in_ballot').map((item) => item.id);
      if (voted.length) await this.recommendations.setLifecycle(tx, voted, 'proposed', at);
      await this.tell(tx, actor, { ballot, workshop, items }, 'voting.ballot_closed', { electors: ballot.electors });
      await this.box.empty(tx, ballot.id);
    });
  }

  private async itemsOf(tx: Tx, ballotId: string): Promise<Recommendation[]> {
    const items = await tx.findBy(BallotItem, { ballotId });
    return this.recommendations.lockForBallot(
      tx,
      items.map(({ recommendationId }) => recommendationId),
    );
  }

  /** Everybody who has a seat and a device to vote with, observers apart. */
  private async register(tx: Tx, { id, workshopId }: Ballot): Promise<number> {
    await this.box.make(tx, id);
    const registered: unknown[] = await tx.query(
      `INSERT INTO ballot_elector (ballot_id, participant_id)
       SELECT $1, id FROM participant WHERE workshop_id = $2 AND part <> 'observer' AND account_id IS NOT NULL RETURNING participant_id`,
      [id, workshopId],
    );
    return registered.length;
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    { ballot, workshop, items }: { ballot: Ballot; workshop: Workshop; items: Recommendation[] },
    type: `voting.${string}`,
    data: { electors: number },
  ): Promise<void> {
    const streams: Stream[] = [`workshop:${workshop.id}`, ...items.map(({ id }): Stream => `recommendation:${id}`)];
    if (workshop.sourceId) streams.push(`source:${workshop.sourceId}`);
    await this.activity.append(tx, {
      streams,
      type,
      data: { ballotId: ballot.id, workshopId: workshop.id, title: ballot.title, items: items.length, ...data },
      actor: actor.accountId,
    });
    this.transactions.afterCommit(() => this.states.touch(TALLY, ballot.id));
  }
}
