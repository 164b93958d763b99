import { Injectable } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import { Transactions, type Tx } from '@uptake/platform/database';
import { notFound, Problem, refusal } from '@uptake/platform/http';
import { CoalescedStates } from '@uptake/platform/live';
import { type BallotState, castVote, type Choice } from '@uptake/voting/domain';
import { mayReadWorkshop, type RoomRule } from '@uptake/workshops/domain';
import { GroupedWork } from './grouped-work';
import { TALLY } from './tallies';

interface Cast {
  actor: Actor;
  recommendationId: string;
  choice: Choice;
}

interface Standing {
  state: BallotState;
  closed_at: Date | null;
  time_zone: string;
  workshop_id: string;
  source_id: string | null;
  rule: RoomRule;
}

interface Voter {
  participant_id: string | null;
  part: string | null;
  is_elector: boolean;
  in_ballot: boolean;
}

type Kept = Cast & { participantId: string };

const GROUP_AT_MOST = 500;

/**
 * Shared with the votes of other processes, so that they don't wait for each other, and closed to them all once somebody closes the
 * ballot: whoever waited for the close then reads that it is closed.
 */
const LOAD = `SELECT state, closed_at, time_zone, ballot.workshop_id, source_id, rule
  FROM ballot JOIN workshop ON workshop.id = ballot.workshop_id WHERE ballot.id = $1 FOR SHARE OF ballot`;

const VOTERS = `SELECT participant.id AS participant_id, part,
    EXISTS (SELECT 1 FROM ballot_elector WHERE ballot_id = $1 AND participant_id = participant.id) AS is_elector,
    EXISTS (SELECT 1 FROM ballot_item WHERE ballot_id = $1 AND ballot_item.recommendation_id = given.recommendation_id) AS in_ballot
  FROM unnest($3::uuid[], $4::uuid[]) WITH ORDINALITY AS given (account_id, recommendation_id, place)
  LEFT JOIN participant ON participant.workshop_id = $2 AND participant.account_id = given.account_id
  ORDER BY place`;

/**
 * Whoever holds these rows moves the counts; they are taken before the former choices are read, so that nobody moves them from a stale
 * one, and always in the same order, so that two who take several never block each other.
 */
const LOCK_COUNTS = `SELECT 1 FROM ballot_item WHERE ballot_id = $1 AND recommendation_id = ANY($2::uuid[])
  ORDER BY recommendation_id FOR UPDATE`;

const KEEP = `WITH given AS (
    SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS given (participant_id, recommendation_id, choice)
  ), moved AS (
    SELECT recommendation_id, choice, 1 AS by FROM given
    UNION ALL
    SELECT recommendation_id, vote.choice, -1 FROM vote JOIN given USING (participant_id, recommendation_id) WHERE ballot_id = $1
  ), kept AS (
    INSERT INTO vote (ballot_id, participant_id, recommendation_id, choice) SELECT $1, participant_id, recommendation_id, choice FROM given
    ON CONFLICT (ballot_id, participant_id, recommendation_id) DO UPDATE SET choice = excluded.choice
  ), difference AS (
    SELECT recommendation_id, coalesce(sum(by) FILTER (WHERE choice = 'agree'), 0) AS agree,
      coalesce(sum(by) FILTER (WHERE choice = 'disagree'), 0) AS disagree, coalesce(sum(by) FILTER (WHERE choice = 'pass'), 0) AS pass
    FROM moved GROUP BY recommendation_id
  )
  UPDATE ballot_item AS item
  SET agree = item.agree + difference.agree, disagree = item.disagree + difference.disagree, pass = item.pass + difference.pass
  FROM difference WHERE item.ballot_id = $1 AND item.recommendation_id = difference.recommendation_id`;

/**
 * Keeps choices and moves the counts by the difference, in one transaction. Sent twice a choice counts once. When a whole room chooses at
 * once, the choices that come while a transaction is under way share the next one: each of them is answered after its commit.
 */
@Injectable()
export class KeepVote {
  private readonly groups = new GroupedWork<Cast, Choice | Problem>((ballotId, casts) => this.keepGroup(ballotId, casts), GROUP_AT_MOST);

  constructor(
    private readonly transactions: Transactions,
    private readonly states: CoalescedStates,
  ) {}

  /** @throws 404 in a workshop that the person knows nothing of, 409 by the rule: see `castVote` */
  async run(actor: Actor, { ballotId, recommendationId }: { ballotId: string; recommendationId: string }, choice: Choice): Promise<Choice> {
    const kept = await this.groups.do(ballotId, { actor, recommendationId, choice });
    if (kept instanceof Problem) throw kept;
    return kept;
  }

  private keepGroup(ballotId: string, casts: Cast[]): Promise<(Choice | Problem)[]> {
    return this.transactions.run(async (tx) => {
      const [standing]: Standing[] = await tx.query(LOAD, [ballotId]);
      if (!standing) return casts.map(() => notFound());
      const voters: Voter[] = await tx.query(VOTERS, [
        ballotId,
        standing.workshop_id,
        casts.map(({ actor }) => actor.accountId),
        casts.map(({ recommendationId }) => recommendationId),
      ]);
      const answers = casts.map((cast, index) => decide(standing, voters[index] as Voter, cast));
      const kept = casts.flatMap((cast, index): Kept[] => {
        const participantId = voters[index]?.participant_id;
        return answers[index] instanceof Problem || !participantId ? [] : [{ ...cast, participantId }];
      });
      if (kept.length) await this.write(tx, ballotId, lastOfEach(kept));
      return answers;
    });
  }

  private async write(tx: Tx, ballotId: string, kept: Kept[]): Promise<void> {
    const recommendations = kept.map(({ recommendationId }) => recommendationId);
    await tx.query(LOCK_COUNTS, [ballotId, [...new Set(recommendations)]]);
    await tx.query(KEEP, [ballotId, kept.map(({ participantId }) => participantId), recommendations, kept.map(({ choice }) => choice)]);
    this.transactions.afterCommit(() => this.states.touch(TALLY, ballotId));
  }
}

function decide(standing: Standing, voter: Voter, { actor, choice }: Cast): Choice | Problem {
  const { state, closed_at, time_zone, workshop_id, source_id, rule } = standing;
  if (!mayReadWorkshop(actor, { id: workshop_id, sourceId: source_id, rule })) return notFound();
  const cast = castVote(
    { state, closedAt: closed_at, timeZone: time_zone },
    { voter: { part: voter.part, isElector: voter.is_elector }, inBallot: voter.in_ballot, choice },
  );
  return cast.refused ? refusal(cast) : cast.value;
}

/** Somebody who chose twice within one group has chosen what came last. */
const lastOfEach = (kept: Kept[]): Kept[] => [
  ...new Map(kept.map((cast) => [`${cast.participantId} ${cast.recommendationId}`, cast])).values(),
];
