import { Injectable } from '@nestjs/common';
import type { Tx } from '@uptake/platform/database';
import { choices, type Counts, resultsByConstituency } from '@uptake/voting/domain';

interface Counted {
  recommendation_id: string;
  by_constituency: Record<string, Counts>;
}

/** One row an item whether anybody chose on it or not: all of them are written anew, so that none tells which vote came last. */
const COUNT = `UPDATE ballot_item AS item SET agree = counted.agree, disagree = counted.disagree, pass = counted.pass
  FROM (SELECT recommendation_id, count(*) FILTER (WHERE choice = 'agree')::int AS agree,
      count(*) FILTER (WHERE choice = 'disagree')::int AS disagree, count(*) FILTER (WHERE choice = 'pass')::int AS pass
    FROM ballot_item LEFT JOIN vote USING (ballot_id, recommendation_id) WHERE ballot_id = $1 GROUP BY recommendation_id) AS counted
  WHERE item.ballot_id = $1 AND item.recommendation_id = counted.recommendation_id`;

const COUNT_BY_CONSTITUENCY = `SELECT recommendation_id,
    jsonb_object_agg(constituency, jsonb_build_object('agree', agree, 'disagree', disagree, 'pass', pass)) AS by_constituency
  FROM (SELECT recommendation_id, constituency, count(*) FILTER (WHERE choice = 'agree') AS agree,
      count(*) FILTER (WHERE choice = 'disagree') AS disagree, count(*) FILTER (WHERE choice = 'pass') AS pass
    FROM vote JOIN participant ON participant.id = participant_id JOIN ballot_item USING (ballot_id, recommendation_id)
    WHERE ballot_id = $1 GROUP BY recommendation_id, constituency) AS counted
  GROUP BY recommendation_id`;

const KEEP_RESULTS = `INSERT INTO ballot_result (ballot_id, recommendation_id, constituency, agree, disagree, pass)
  SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::int[])`;

const SHUFFLED_ELECTORS = `SELECT participant_id,
    EXISTS (SELECT 1 FROM vote WHERE vote.ballot_id = $1 AND vote.participant_id = elector.participant_id) AS voted
  FROM ballot_elector AS elector WHERE ballot_id = $1 ORDER BY random()`;

const REGISTER = `INSERT INTO ballot_elector (ballot_id, participant_id, voted) SELECT $1, * FROM unnest($2::uuid[], $3::boolean[])`;

/**
 * The box of a ballot: a partition of `vote` for it alone. While the ballot is open it knows who chose what, so that minds can be changed;
 * emptying it leaves counts, and a register that says whether somebody voted but neither what nor when. See docs/voting.md.
 */
@Injectable()
export class BallotBox {
  /** Comes before the register is written: the lock that this takes waits for whoever writes it for another ballot. */
  async make(tx: Tx, ballotId: string): Promise<void> {
    const box = nameOf(ballotId);
    // Attached, not made as a partition at once: that would lock out the votes of all other ballots.
    await tx.query(`CREATE TABLE ${box} (LIKE vote INCLUDING ALL)`);
    await tx.query(`ALTER TABLE vote ATTACH PARTITION ${box} FOR VALUES IN ('${ballotId}')`);
  }

  /** Counts for good and drops the box with all that is in it. Comes last in its transaction: the votes of other ballots wait for it. */
  async empty(tx: Tx, ballotId: string): Promise<void> {
    // A backup that reads the box keeps it from going: better to fail soon and be tried again than to hold up the votes of other ballots.
    await tx.query(`SET LOCAL lock_timeout = '5s'`);
    // Votes go on; others who open or close wait here, as two who had both read the table could never both lock it to drop a box.
    await tx.query('LOCK TABLE vote IN SHARE UPDATE EXCLUSIVE MODE');
    await tx.query(COUNT, [ballotId]);
    await this.keepResults(tx, ballotId);
    const electors: { participant_id: string; voted: boolean }[] = await tx.query(SHUFFLED_ELECTORS, [ballotId]);
    await tx.query(`DROP TABLE ${nameOf(ballotId)}`);
    // In the order of the shuffle, all by this transaction: neither the place nor the age of a row tells anything.
    await tx.query('DELETE FROM ballot_elector WHERE ballot_id = $1', [ballotId]);
    await tx.query(REGISTER, [ballotId, electors.map(({ participant_id }) => participant_id), electors.map(({ voted }) => voted)]);
  }

  private async keepResults(tx: Tx, ballotId: string): Promise<void> {
    const counted: Counted[] = await tx.query(COUNT_BY_CONSTITUENCY, [ballotId]);
    const shown = counted.flatMap(({ recommendation_id: recommendation, by_constituency }) =>
      Object.entries(resultsByConstituency(by_constituency)).map(([constituency, counts]) => ({ recommendation, constituency, counts })),
    );
    await tx.query(KEEP_RESULTS, [
      ballotId,
      shown.map(({ recommendation }) => recommendation),
      shown.map(({ constituency }) => constituency),
      ...choices.map((choice) => shown.map(({ counts }) => counts[choice])),
    ]);
  }
}

/** @param ballotId as the database gave it: it becomes part of a statement */
const nameOf = (ballotId: string): string => `vote_${ballotId.replaceAll('-', '')}`;
