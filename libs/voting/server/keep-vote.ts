import { Injectable } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import { Transactions, type Tx } from '@uptake/platform/database';
import { notFound, refusal } from '@uptake/platform/http';
import { CoalescedStates } from '@uptake/platform/live';
import { type BallotState, castVote, type Choice } from '@uptake/voting/domain';
import { mayReadWorkshop } from '@uptake/workshops/domain';
import type { RoomRule } from '@uptake/workshops/domain';
import { TALLY } from './tallies';

interface Place {
  ballotId: string;
  recommendationId: string;
}

interface Standing {
  state: BallotState;
  closed_at: Date | null;
  time_zone: string;
  workshop_id: string;
  source_id: string | null;
  rule: RoomRule;
  in_ballot: boolean;
  participant_id: string | null;
  part: string | null;
  is_elector: boolean;
}

/**
 * Shared with other votes, so that they don't wait for each other, and closed to them all once somebody closes the ballot:
 * whoever waited for the close then reads that it is closed.
 */
const LOAD = `SELECT state, closed_at, time_zone, ballot.workshop_id, source_id, rule, participant.id AS participant_id, part,
    EXISTS (SELECT 1 FROM ballot_item WHERE ballot_id = ballot.id AND recommendation_id = $2) AS in_ballot,
    EXISTS (SELECT 1 FROM ballot_elector WHERE ballot_id = ballot.id AND participant_id = participant.id) AS is_elector
  FROM ballot JOIN workshop ON workshop.id = ballot.workshop_id
  LEFT JOIN participant ON participant.workshop_id = ballot.workshop_id AND account_id = $3
  WHERE ballot.id = $1 FOR SHARE OF ballot`;

/** Whoever holds this row moves the counts; it is taken before the former choice is read, so that nobody moves them from a stale one. */
const LOCK_COUNTS = 'SELECT 1 FROM ballot_item WHERE ballot_id = $1 AND recommendation_id = $2 FOR UPDATE';

const KEEP = `WITH former AS (SELECT choice FROM vote WHERE ballot_id = $1 AND participant_id = $2 AND recommendation_id = $3),
  kept AS (
    INSERT INTO vote (ballot_id, participant_id, recommendation_id, choice) VALUES ($1, $2, $3, $4)
    ON CONFLICT (ballot_id, participant_id, recommendation_id) DO UPDATE SET choice = excluded.choice
  )
  UPDATE ballot_item SET
    agree = agree + ($4 = 'agree')::int - coalesce((SELECT choice = 'agree' FROM former)::int, 0),
    disagree = disagree + ($4 = 'disagree')::int - coalesce((SELECT choice = 'disagree' FROM former)::int, 0),
    pass = pass + ($4 = 'pass')::int - coalesce((SELECT choice = 'pass' FROM former)::int, 0)
  WHERE ballot_id = $1 AND recommendation_id = $3`;

/** Keeps one choice and moves the counts by the difference, in one transaction. Sent twice it counts once. */
@Injectable()
export class KeepVote {
  constructor(
    private readonly transactions: Transactions,
    private readonly states: CoalescedStates,
  ) {}

  /** @throws 404 in a workshop that the person knows nothing of, 409 by the rule: see `castVote` */
  run(actor: Actor, { ballotId, recommendationId }: Place, choice: Choice): Promise<Choice> {
    return this.transactions.run(async (tx) => {
      const standing = await this.load(tx, actor, { ballotId, recommendationId });
      const { state, part } = standing;
      const cast = castVote(
        { state, closedAt: standing.closed_at, timeZone: standing.time_zone },
        { voter: { part, isElector: standing.is_elector }, inBallot: standing.in_ballot, choice },
      );
      if (cast.refused) throw refusal(cast);
      await tx.query(LOCK_COUNTS, [ballotId, recommendationId]);
      await tx.query(KEEP, [ballotId, standing.participant_id, recommendationId, cast.value]);
      this.transactions.afterCommit(() => this.states.touch(TALLY, ballotId));
      return cast.value;
    });
  }

  private async load(tx: Tx, actor: Actor, { ballotId, recommendationId }: Place): Promise<Standing> {
    const rows: Standing[] = await tx.query(LOAD, [ballotId, recommendationId, actor.accountId]);
    const standing = rows[0];
    if (!standing) throw notFound();
    const workshop = { id: standing.workshop_id, sourceId: standing.source_id, rule: standing.rule };
    if (!mayReadWorkshop(actor, workshop)) throw notFound();
    return standing;
  }
}
