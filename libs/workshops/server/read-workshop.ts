import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '@uptake/people/domain';
import type { Tx } from '@uptake/platform/database';
import { Workshop } from '@uptake/workshops/contracts';
import { constituencyCounts, mayFacilitate } from '@uptake/workshops/domain';
import { Workshops } from './workshops';

const PAGE = `SELECT
    (SELECT jsonb_build_object('id', source.id, 'title', source.title, 'recommendations',
       (SELECT count(*) FROM recommendation WHERE source_id = source.id AND lifecycle <> 'withdrawn'))
     FROM source WHERE source.id = workshop.source_id AND withdrawn_at IS NULL) AS source,
    (SELECT coalesce(jsonb_object_agg(constituency, people), '{}')
     FROM (SELECT constituency, count(*) AS people FROM participant WHERE workshop_id = workshop.id GROUP BY 1) AS groups) AS groups,
    (SELECT jsonb_build_object('participantId', id, 'part', part) FROM participant
     WHERE workshop_id = workshop.id AND account_id = $2) AS seat
  FROM workshop WHERE id = $1`;

interface Row {
  source: Workshop['source'];
  groups: Record<string, number>;
  seat: Workshop['seat'];
}

/** One workshop as its page shows it to this person. */
@Injectable()
export class ReadWorkshop {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly workshops: Workshops,
  ) {}

  /** @param reader the transaction of a command that answers with what it has just written */
  async run(actor: Actor, id: string, reader: Tx = this.dataSource.manager): Promise<Workshop> {
    const workshop = await this.workshops.readable(actor, id, reader);
    const rows: Row[] = await reader.query(PAGE, [id, actor.accountId]);
    const { source = null, groups = {}, seat = null } = rows[0] ?? {};
    const runs = mayFacilitate(actor, workshop);
    return Workshop.parse({
      ...workshop,
      source,
      participants: { total: Object.values(groups).reduce((sum, people) => sum + people, 0), byConstituency: constituencyCounts(groups) },
      joinCode: runs ? workshop.joinCode : null,
      seat,
      may: { edit: runs, facilitate: runs, addParticipants: runs },
    });
  }
}
