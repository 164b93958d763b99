import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '@uptake/people/domain';
import type { Tx } from '@uptake/platform/database';
import { Ballot } from '@uptake/voting/contracts';
import { isHiddenUntilClosed, voteRefusal } from '@uptake/voting/domain';
import { mayFacilitate } from '@uptake/workshops/domain';
import { Ballots } from './ballots';

interface Row {
  items: Ballot['items'];
  mine: Ballot['mine'];
  part: string | null;
  is_elector: boolean;
}

/** Choices are read by account: there is no way to ask for anybody else's. */
const MORE = `SELECT participant.part,
    EXISTS (SELECT 1 FROM ballot_elector WHERE ballot_id = ballot.id AND participant_id = participant.id) AS is_elector,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('recommendationId', recommendation.id, 'reference', reference, 'text', text,
       'section', section.title, 'position', item.position, 'lifecycle', lifecycle) ORDER BY item.position), '[]')
     FROM ballot_item AS item JOIN recommendation ON recommendation.id = recommendation_id
     LEFT JOIN section ON section.id = section_id WHERE ballot_id = ballot.id) AS items,
    (SELECT coalesce(jsonb_object_agg(recommendation_id, choice), '{}') FROM vote
     WHERE vote.ballot_id = ballot.id AND vote.participant_id = participant.id) AS mine
  FROM ballot LEFT JOIN participant ON participant.workshop_id = ballot.workshop_id AND account_id = $2 WHERE ballot.id = $1`;

/** A ballot as one person sees it: what is voted on, their own choices, and whether they may vote. No counts: see the tally. */
@Injectable()
export class ReadBallot {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly ballots: Ballots,
  ) {}

  /** @param reader the transaction of a command that answers with what it has just written */
  async run(actor: Actor, id: string, reader: Tx = this.dataSource.manager): Promise<Ballot> {
    const { ballot, workshop } = await this.ballots.readable(actor, id, reader);
    const rows: Row[] = await reader.query(MORE, [id, actor.accountId]);
    const { items, mine, part, is_elector } = rows[0] as Row;
    const refused = voteRefusal({ ...ballot, timeZone: workshop.timeZone }, { part, isElector: is_elector });
    return Ballot.parse({
      ...ballot,
      openedAt: ballot.openedAt?.toISOString() ?? null,
      closedAt: ballot.closedAt?.toISOString() ?? null,
      hiddenUntilClosed: isHiddenUntilClosed(workshop.rule, ballot.hiddenUntilClosed),
      workshop,
      items,
      mine,
      may: { vote: refused === null, facilitate: mayFacilitate(actor, workshop) },
      notVoting: refused?.code ?? null,
    });
  }
}
