import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '@uptake/people/domain';
import { notFound } from '@uptake/platform/http';
import { visibleSources } from '@uptake/sources/server';
import { Ballots as BallotList, RecommendationVotes } from '@uptake/voting/contracts';
import { type BallotState, type Counts, countsAreOpen } from '@uptake/voting/domain';
import { mayFacilitate, mayReadWorkshop, type RoomRule } from '@uptake/workshops/domain';
import { Workshops } from '@uptake/workshops/server';
import { ITEM_BY_CONSTITUENCY } from './by-constituency';
import { VOTERS } from './voters';

interface Row {
  ballotId: string;
  workshopId: string;
  sourceId: string | null;
  title: string;
  state: BallotState;
  rule: RoomRule;
  hidden: boolean;
  closedAt: string | null;
  electors: number;
  voters: number;
  counts: Counts;
  byConstituency: Record<string, Counts> | null;
}

/** The ballots of a workshop, and those that a recommendation stood in. */
@Injectable()
export class ListBallots {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly workshops: Workshops,
  ) {}

  async ofWorkshop(actor: Actor, workshopId: string): Promise<BallotList> {
    const workshop = await this.workshops.readable(actor, workshopId);
    const items: BallotList['items'] = await this.dataSource.query(
      `SELECT id, title, state, electors, ${VOTERS} AS voters, (SELECT count(*)::int FROM ballot_item WHERE ballot_id = ballot.id) AS items
       FROM ballot WHERE workshop_id = $1 AND (state <> 'draft' OR $2) ORDER BY created_at DESC, id`,
      [workshopId, mayFacilitate(actor, workshop)],
    );
    return BallotList.parse({ items });
  }

  /** @throws 404 when there is no such recommendation, or none that this person may read */
  async ofRecommendation(actor: Actor, recommendationId: string): Promise<RecommendationVotes> {
    const parameters: unknown[] = [recommendationId];
    const visible = visibleSources(actor, parameters);
    const rows: { ballots: Row[] }[] = await this.dataSource.query(
      `SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('ballotId', ballot.id, 'workshopId', workshop.id, 'sourceId', workshop.source_id, 'title', ballot.title, 'state', state, 'rule', rule,
           'hidden', hidden_until_closed, 'closedAt', closed_at, 'electors', electors, 'voters', ${VOTERS}, 'byConstituency', ${ITEM_BY_CONSTITUENCY},
           'counts', jsonb_build_object('agree', agree, 'disagree', disagree, 'pass', pass)) ORDER BY opened_at DESC)
         FROM ballot_item JOIN ballot ON ballot.id = ballot_id JOIN workshop ON workshop.id = workshop_id
         WHERE recommendation_id = recommendation.id AND state <> 'draft'), '[]') AS ballots
       FROM recommendation JOIN source ON source.id = source_id WHERE recommendation.id = $1 AND ${visible}`,
      parameters,
    );
    if (!rows[0]) throw notFound();
    return RecommendationVotes.parse({ items: rows[0].ballots.map((row) => withoutHidden(actor, row)) });
  }
}

const withoutHidden = (actor: Actor, { counts, rule, hidden, sourceId, ...ballot }: Row) => ({
  ...ballot,
  mayFollow: mayReadWorkshop(actor, { id: ballot.workshopId, sourceId, rule }),
  counts: countsAreOpen({ state: ballot.state, rule, hiddenUntilClosed: hidden }) ? counts : null,
});
