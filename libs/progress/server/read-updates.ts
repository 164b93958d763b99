import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '@uptake/people/domain';
import type { Tx } from '@uptake/platform/database';
import { notFound } from '@uptake/platform/http';
import type { StatusUpdate, StatusUpdates } from '@uptake/progress/contracts';
import { visibleSources } from '@uptake/sources/server';

type Db = Pick<Tx, 'query'>;

const UPDATE = `jsonb_build_object(
  'id', u.id, 'assignmentId', u.assignment_id, 'institution', jsonb_build_object('id', institution.id, 'name', institution.name),
  'part', a.part, 'implementation', u.implementation, 'done', u.done, 'obstacles', u.obstacles, 'nextStep', u.next_step,
  'evidence', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'title', title, 'url', url, 'figure', figure)
    ORDER BY position), '[]') FROM evidence WHERE status_update_id = u.id),
  'at', u.at)`;
const FROM = `FROM status_update u JOIN assignment a ON a.id = u.assignment_id JOIN institution ON institution.id = a.institution_id`;

/** What institutions reported, with their evidence. Who wrote a report is not told: an institution speaks, not a person. */
@Injectable()
export class ReadUpdates {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * All reports on a recommendation, those of ended assignments included, newest first.
   * @throws a 404 where there is no such recommendation, and where the actor may not know of it
   */
  async of(actor: Actor, recommendationId: string): Promise<StatusUpdates> {
    const parameters: unknown[] = [recommendationId];
    const visible = visibleSources(actor, parameters);
    const rows: { items: StatusUpdate[] }[] = await this.dataSource.query(
      `SELECT (SELECT coalesce(jsonb_agg(${UPDATE} ORDER BY u.at DESC, u.id DESC), '[]') ${FROM} WHERE a.recommendation_id = r.id) AS items
       FROM recommendation r JOIN source ON source.id = r.source_id WHERE r.id = $1 AND ${visible}`,
      parameters,
    );
    if (!rows[0]) throw notFound();
    return { items: rows[0].items };
  }

  async one(db: Db, id: string): Promise<StatusUpdate> {
    const rows: { item: StatusUpdate }[] = await db.query(`SELECT ${UPDATE} AS item ${FROM} WHERE u.id = $1`, [id]);
    if (!rows[0]) throw notFound();
    return rows[0].item;
  }

  /** The last report on an assignment, to begin the next one from. */
  async lastOf(db: Db, assignmentId: string): Promise<StatusUpdate | null> {
    const rows: { item: StatusUpdate }[] = await db.query(
      `SELECT ${UPDATE} AS item ${FROM} WHERE u.assignment_id = $1 ORDER BY u.at DESC, u.id DESC LIMIT 1`,
      [assignmentId],
    );
    return rows[0]?.item ?? null;
  }
}
