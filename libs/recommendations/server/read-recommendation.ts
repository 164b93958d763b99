import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '@uptake/people/domain';
import { notFound } from '@uptake/platform/http';
import { Recommendation } from '@uptake/recommendations/contracts';
import { decide, mayDecide, mayEdit, type Standing, withdraw } from '@uptake/recommendations/domain';
import { visibleSources } from '@uptake/sources/server';

type Found = Omit<Recommendation, 'may'> & { workshopIds: string[] };

/** One recommendation as its page shows it; assignments, votes and updates have their own addresses. */
@Injectable()
export class ReadRecommendation {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws a 404 where there is none, and where the actor may not know of it */
  async one(actor: Actor, id: string, db: DataSource | EntityManager = this.dataSource): Promise<Recommendation> {
    const parameters: unknown[] = [id];
    const visible = visibleSources(actor, parameters);
    const rows: { found: Found }[] = await db.query(`${SELECT} WHERE r.id = $1 AND ${visible}`, parameters);
    if (!rows[0]) throw notFound();
    const { workshopIds, ...found } = rows[0].found;
    return { ...found, may: permissions(actor, { sourceId: found.source.id, workshopIds }, found) };
  }

  /** Whether the actor may follow what happens to it: the same rule as for reading it. */
  async isVisible(actor: Actor, id: string): Promise<boolean> {
    const parameters: unknown[] = [id];
    const visible = visibleSources(actor, parameters);
    const rows: unknown[] = await this.dataSource.query(
      `SELECT FROM recommendation r JOIN source ON source.id = r.source_id WHERE r.id = $1 AND ${visible}`,
      parameters,
    );
    return rows.length > 0;
  }
}

function permissions(actor: Actor, standing: Standing, { lifecycle }: Pick<Found, 'lifecycle'>): Recommendation['may'] {
  const decides = mayDecide(actor, standing);
  return {
    edit: mayEdit(actor, standing) && !['in_ballot', 'not_adopted', 'merged', 'withdrawn'].includes(lifecycle),
    adopt: decides && !decide(lifecycle, 'adopted').refused,
    assign: decides && lifecycle === 'adopted',
    withdraw: decides && !withdraw(lifecycle).refused,
    restore: decides && lifecycle === 'withdrawn',
  };
}

const SELECT = `
WITH RECURSIVE above AS (
  SELECT section.id, section.parent_id, section.level, section.code, section.title
  FROM section JOIN recommendation ON recommendation.section_id = section.id WHERE recommendation.id = $1
  UNION ALL
  SELECT section.id, section.parent_id, section.level, section.code, section.title
  FROM section JOIN above ON section.id = above.parent_id
)
SELECT jsonb_build_object(
  'id', r.id, 'reference', r.reference, 'code', r.code, 'text', r.text, 'originalText', r.original_text,
  'edits', (SELECT coalesce(jsonb_agg(jsonb_build_object('before', before, 'after', after, 'reason', reason, 'at', at) ORDER BY at), '[]')
    FROM recommendation_edit WHERE recommendation_id = r.id),
  'lifecycle', r.lifecycle, 'decidedAt', r.decided_at,
  'sections', (SELECT coalesce(jsonb_agg(jsonb_build_object('level', coalesce(source.levels[above.level + 1], ''), 'code', above.code,
    'title', above.title) ORDER BY above.level), '[]') FROM above),
  'source', jsonb_build_object('id', source.id, 'title', source.title, 'kind', source.kind,
    'itemName', coalesce(source.levels[array_length(source.levels, 1)], ''), 'visibility', source.visibility, 'timeZone', source.time_zone),
  'workshop', (SELECT jsonb_build_object('id', id, 'title', title, 'startsOn', starts_on, 'venue', venue, 'rule', rule)
    FROM workshop WHERE source_id = r.source_id ORDER BY starts_on, created_at LIMIT 1),
  'workshopIds', (SELECT coalesce(jsonb_agg(id), '[]') FROM workshop WHERE source_id = r.source_id),
  'lines', CASE WHEN r.line IS NOT NULL THEN jsonb_build_object('from', r.line, 'to', coalesce(r.last_line, r.line)) END,
  'position', (SELECT jsonb_build_object('index', count(*) FILTER (WHERE position <= r.position), 'of', count(*))
    FROM recommendation WHERE source_id = r.source_id),
  'topics', (SELECT coalesce(jsonb_agg(topic ORDER BY topic), '[]') FROM recommendation_topic WHERE recommendation_id = r.id),
  'footnotes', to_jsonb(r.footnotes),
  'instruments', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'title', title) ORDER BY position), '[]')
    FROM monitoring_instrument WHERE recommendation_id = r.id),
  'named', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', institution.id, 'name', institution.name, 'coordinating', named.coordinating)
    ORDER BY named.position), '[]')
    FROM named_institution named JOIN institution ON institution.id = named.institution_id WHERE named.recommendation_id = r.id),
  'mergedInto', (SELECT jsonb_build_object('id', id, 'reference', reference) FROM recommendation WHERE id = r.merged_into),
  'revision', r.revision
) AS found
FROM recommendation r JOIN source ON source.id = r.source_id`;
