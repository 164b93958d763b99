import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { type Actor, isAdministrator, scopesOf } from '@uptake/people/domain';
import { Clock } from '@uptake/platform/config';
import type { Tx } from '@uptake/platform/database';
import { decodeCursor, encodeCursor, notFound } from '@uptake/platform/http';
import type { PlanMatrix, Source, SourcePage, SourceQuery } from '@uptake/sources/contracts';
import { mayCoordinate, mayImport } from '@uptake/sources/domain';
import { visibleSources } from './visible-sources';

const LEAD = `LEFT JOIN assignment lead ON lead.recommendation_id = r.id AND lead.part = 'lead' AND lead.ended_at IS NULL`;

/** A row of the list; `now` is SQL for the moment, days are counted in the source's own time zone. */
const rowOf = (now: string) => `
  'id', source.id, 'kind', source.kind, 'title', source.title, 'language', source.language, 'visibility', source.visibility,
  'itemName', coalesce(source.levels[cardinality(source.levels)], ''), 'createdAt', source.created_at,
  'recommendations', (SELECT count(*) FROM recommendation WHERE source_id = source.id),
  'statuses', coalesce((SELECT jsonb_object_agg(status, count) FROM (
    SELECT list_status(r.lifecycle, lead, (${now} AT TIME ZONE source.time_zone)::date) AS status, count(*)
    FROM recommendation r ${LEAD} WHERE r.source_id = source.id GROUP BY 1) counted), '{}')`;

/** Sources as their pages show them, each by one query that returns finished JSON. */
@Injectable()
export class SourceReader {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The sources that the actor may read, newest first. */
  async page({ kind, q, cursor, limit }: SourceQuery, actor: Actor): Promise<SourcePage> {
    const after = decodeCursor(cursor, 2);
    const parameters: unknown[] = [this.clock.now(), kind ?? null, q || null, after?.[0] ?? null, after?.[1] ?? null, limit];
    const visible = visibleSources(actor, parameters);
    const rows: { found: { items: SourcePage['items']; total: number } }[] = await this.dataSource.query(
      `WITH found AS (
         SELECT * FROM source WHERE ${visible} AND ($2::text IS NULL OR kind = $2)
           AND ($3::text IS NULL OR strpos(unaccent(lower(title)), unaccent(lower($3))) > 0)
       ), page AS (
         SELECT * FROM found WHERE $4::timestamptz IS NULL OR (created_at, id) < ($4, $5::uuid) ORDER BY created_at DESC, id DESC LIMIT $6 + 1
       )
       SELECT jsonb_build_object('total', (SELECT count(*) FROM found), 'items', coalesce((
         SELECT jsonb_agg(jsonb_build_object(${rowOf('$1::timestamptz')}) ORDER BY created_at DESC, id DESC) FROM page source), '[]')) AS found`,
      parameters,
    );
    const { items, total } = (rows[0] as { found: { items: SourcePage['items']; total: number } }).found;
    const last = items.length > limit ? items[limit - 1] : undefined;
    return {
      items: items.slice(0, limit),
      cursor: last ? encodeCursor([last.createdAt, last.id]) : null,
      total,
      may: { import: mayImport(actor) },
    };
  }

  /**
   * @param db the transaction that changed it, or any connection
   * @throws a 404 where there is none, and where the actor may not know of it
   */
  async one(id: string, actor: Actor, db: Pick<Tx, 'query'> = this.dataSource): Promise<Source> {
    const parameters: unknown[] = [id, this.clock.now(), isAdministrator(actor), scopesOf(actor, 'source', 'coordinator')];
    const visible = visibleSources(actor, parameters);
    const rows: { source: Omit<Source, 'may'>; in_use: boolean }[] = await db.query(
      `SELECT jsonb_build_object(${rowOf('$2::timestamptz')},
         'referencePrefix', source.reference_prefix, 'levels', source.levels, 'timeZone', source.time_zone,
         'remindersPaused', source.reminders_paused, 'withdrawnAt', source.withdrawn_at, 'revision', source.revision,
         'sections', ${SECTIONS},
         'document', (SELECT jsonb_build_object('name', name, 'warnings', jsonb_array_length(outline->'warnings'))
            FROM source_document WHERE source_id = source.id),
         'meeting', (SELECT outline->'meeting' FROM source_document WHERE source_id = source.id),
         'workshops', coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'title', title, 'startsOn', starts_on) ORDER BY starts_on)
            FROM workshop WHERE source_id = source.id), '[]')
       ) AS source,
       EXISTS (SELECT FROM assignment WHERE source_id = source.id)
         OR EXISTS (SELECT FROM ballot_item JOIN recommendation r ON r.id = recommendation_id WHERE r.source_id = source.id) AS in_use
       FROM source WHERE id = $1 AND (${visible} OR (withdrawn_at IS NOT NULL AND ($3 OR id = ANY($4::uuid[]))))`,
      parameters,
    );
    const found = rows[0];
    if (!found) throw notFound();
    const coordinate = mayCoordinate(actor, { id });
    return { ...found.source, may: { coordinate, undo: coordinate && !found.in_use && found.source.withdrawnAt === null } };
  }

  /** The whole plan in one answer: its document is read as one table, and a hundred lines are a few dozen kilobytes. */
  async matrix(id: string, actor: Actor): Promise<PlanMatrix> {
    const parameters: unknown[] = [id, this.clock.now()];
    const visible = visibleSources(actor, parameters);
    const rows: { matrix: PlanMatrix }[] = await this.dataSource.query(
      `SELECT jsonb_build_object('levels', source.levels,
         'sections', coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'parentId', parent_id, 'level', level, 'code', code, 'title', title)
            ORDER BY position) FROM section WHERE source_id = source.id), '[]'),
         'rows', coalesce((SELECT jsonb_agg(jsonb_build_object(
            'id', r.id, 'reference', r.reference, 'code', r.code, 'text', r.text, 'sectionId', r.section_id,
            'instruments', coalesce((SELECT jsonb_agg(title ORDER BY position) FROM monitoring_instrument WHERE recommendation_id = r.id), '[]'),
            'bodies', coalesce(${ASSIGNED}, ${NAMED}, '[]'),
            'status', list_status(r.lifecycle, lead, ($2::timestamptz AT TIME ZONE source.time_zone)::date),
            'dueOn', lead.due_on) ORDER BY r.position)
            FROM recommendation r ${LEAD} WHERE r.source_id = source.id), '[]')) AS matrix
       FROM source WHERE id = $1 AND ${visible}`,
      parameters,
    );
    if (!rows[0]) throw notFound();
    return rows[0].matrix;
  }
}

/** Counts of what is below come from one walk up from every recommendation. */
const SECTIONS = `coalesce((
  WITH RECURSIVE up AS (
    SELECT r.section_id AS id FROM recommendation r WHERE r.source_id = source.id AND r.section_id IS NOT NULL
    UNION ALL SELECT section.parent_id FROM up JOIN section ON section.id = up.id WHERE section.parent_id IS NOT NULL)
  SELECT jsonb_agg(jsonb_build_object('id', section.id, 'parentId', parent_id, 'level', level, 'code', code, 'title', title,
    'count', coalesce(counted.count, 0)) ORDER BY position)
  FROM section LEFT JOIN (SELECT id, count(*) FROM up GROUP BY id) counted ON counted.id = section.id
  WHERE source_id = source.id), '[]')`;

const NAME = `concat_ws(' · ', parent.name, institution.name)`;
const BODY = (part: string, coordinating: string) =>
  `jsonb_build_object('id', institution.id, 'name', ${NAME}, 'part', ${part}, 'coordinating', ${coordinating})`;
const INSTITUTION = `JOIN institution ON institution.id = institution_id LEFT JOIN institution parent ON parent.id = institution.parent_id`;

const ASSIGNED = `(SELECT jsonb_agg(${BODY('part', 'false')}
    ORDER BY array_position(ARRAY['lead', 'supporting', 'consulted'], part), lower(institution.name))
  FROM assignment a ${INSTITUTION} WHERE a.recommendation_id = r.id AND a.ended_at IS NULL)`;
const NAMED = `(SELECT jsonb_agg(${BODY('NULL::text', 'coordinating')} ORDER BY position)
  FROM named_institution ${INSTITUTION} WHERE recommendation_id = r.id)`;
