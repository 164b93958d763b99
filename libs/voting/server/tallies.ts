import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CoalescedStates, LiveGateway } from '@uptake/platform/live';
import { Tally } from '@uptake/voting/contracts';
import { type BallotState, type Counts, countsAreOpen } from '@uptake/voting/domain';
import type { RoomRule } from '@uptake/workshops/domain';
import { BY_CONSTITUENCY } from './by-constituency';
import { VOTERS } from './voters';

export const TALLY = 'tally';

interface Row {
  workshop_id: string;
  state: BallotState;
  rule: RoomRule;
  hidden: boolean;
  electors: number;
  voters: number;
  counts: Record<string, Counts>;
  by_constituency: Tally['byConstituency'];
}

const STANDING = `SELECT workshop_id, state, rule, hidden_until_closed AS hidden, electors,
    ${VOTERS} AS voters, ${BY_CONSTITUENCY} AS by_constituency,
    (SELECT coalesce(jsonb_object_agg(recommendation_id, jsonb_build_object('agree', agree, 'disagree', disagree, 'pass', pass)), '{}')
     FROM ballot_item WHERE ballot_id = ballot.id) AS counts
  FROM ballot JOIN workshop ON workshop.id = workshop_id WHERE ballot.id = $1`;

/** How a ballot stands, for whoever asks and for every open screen: at most ten times a second, the last state always. */
@Injectable()
export class Tallies implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly states: CoalescedStates,
    private readonly live: LiveGateway,
  ) {}

  onModuleInit(): void {
    this.states.register(TALLY, (ballotId) => this.send(ballotId));
  }

  async read(ballotId: string): Promise<Tally | undefined> {
    return (await this.standing(ballotId))?.tally;
  }

  private async send(ballotId: string): Promise<void> {
    const standing = await this.standing(ballotId);
    if (standing && standing.tally.state !== 'draft') this.live.sendState(`workshop:${standing.workshopId}`, TALLY, standing.tally);
  }

  /** What is hidden leaves the database with nobody: there is one tally for all, the facilitator included. */
  private async standing(ballotId: string): Promise<{ workshopId: string; tally: Tally } | undefined> {
    const rows: Row[] = await this.dataSource.query(STANDING, [ballotId]);
    const row = rows[0];
    if (!row) return undefined;
    const { state, rule, electors, voters, by_constituency: byConstituency } = row;
    const counts = countsAreOpen({ state, rule, hiddenUntilClosed: row.hidden }) ? row.counts : null;
    return { workshopId: row.workshop_id, tally: { ballotId, state, electors, voters, counts, byConstituency } };
  }
}
