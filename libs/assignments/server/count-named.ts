import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { NamedAssignments } from '@uptake/assignments/contracts';
import { mayAssign } from '@uptake/assignments/domain';
import type { Actor } from '@uptake/people/domain';
import { notFound } from '@uptake/platform/http';
import { visibleSources } from '@uptake/sources/server';

/** What assigning a source as its document names would do now. */
@Injectable()
export class CountNamed {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws a 404 where there is no such source, and where the actor may not know of it */
  async of(actor: Actor, sourceId: string): Promise<NamedAssignments> {
    const parameters: unknown[] = [sourceId];
    const visible = visibleSources(actor, parameters);
    const rows: { counted: Omit<NamedAssignments, 'may'> }[] = await this.dataSource.query(
      `SELECT (
         SELECT jsonb_build_object(
           'waiting', count(*) FILTER (WHERE NOT held AND bodies > 0),
           'bodies', coalesce(sum(bodies) FILTER (WHERE NOT held), 0),
           'unnamed', count(*) FILTER (WHERE NOT held AND bodies = 0),
           'assigned', count(*) FILTER (WHERE held))
         FROM recommendation r
         CROSS JOIN LATERAL (SELECT
           EXISTS (SELECT FROM assignment WHERE recommendation_id = r.id AND ended_at IS NULL) AS held,
           (SELECT count(*) FROM named_institution WHERE recommendation_id = r.id) AS bodies) standing
         WHERE r.source_id = source.id AND r.lifecycle = 'adopted'
       ) AS counted FROM source WHERE source.id = $1 AND ${visible}`,
      parameters,
    );
    if (!rows[0]) throw notFound();
    return { ...rows[0].counted, may: { assign: mayAssign(actor, sourceId) } };
  }
}
