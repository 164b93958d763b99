import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import * as z from 'zod';
import { type Actor, isAdministrator, scopesOf } from '@uptake/people/domain';
import { decodeCursor, encodeCursor, Problem } from '@uptake/platform/http';
import { WorkshopPage, type WorkshopQuery } from '@uptake/workshops/contracts';

const LIST = `WITH visible AS (
    SELECT * FROM workshop
    WHERE ($1 OR id = ANY($2::uuid[]) OR source_id = ANY($3::uuid[])) AND ($4 = '' OR strpos(lower(title || ' ' || venue), lower($4)) > 0)
  ), page AS (
    SELECT * FROM visible WHERE $5::date IS NULL OR (starts_on, id) < ($5::date, $6::uuid) ORDER BY starts_on DESC, id DESC LIMIT $7
  )
  SELECT (SELECT count(*)::int FROM visible) AS total, coalesce((SELECT jsonb_agg(jsonb_build_object(
    'id', id, 'kind', kind, 'title', title, 'startsOn', starts_on, 'endsOn', ends_on, 'venue', venue,
    'participants', (SELECT count(*) FROM participant WHERE workshop_id = page.id),
    'recommendations', (SELECT count(*) FROM recommendation WHERE source_id = page.source_id AND lifecycle <> 'withdrawn'),
    'openBallots', (SELECT count(*) FROM ballot WHERE workshop_id = page.id AND state = 'open')
  ) ORDER BY starts_on DESC, id DESC) FROM page), '[]') AS items`;

/** The workshops that this person has a seat in, runs or coordinates, latest first. */
@Injectable()
export class ListWorkshops {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async run(actor: Actor, { q = '', cursor, limit }: WorkshopQuery): Promise<WorkshopPage> {
    const [startsOn, id] = placeOf(cursor);
    const rows: { total: number; items: WorkshopPage['items'] }[] = await this.dataSource.query(LIST, [
      isAdministrator(actor),
      scopesOf(actor, 'workshop'),
      scopesOf(actor, 'source', 'coordinator'),
      q.trim(),
      startsOn,
      id,
      limit + 1,
    ]);
    const { total = 0, items = [] } = rows[0] ?? {};
    const shown = items.slice(0, limit);
    const last = shown.at(-1);
    return WorkshopPage.parse({
      items: shown,
      total,
      cursor: items.length > limit && last ? encodeCursor([last.startsOn, last.id]) : null,
    });
  }
}

const Place = z.union([z.tuple([z.iso.date(), z.uuid()]), z.tuple([z.null(), z.null()])]);

/** @throws 400 when it is no cursor of this list */
function placeOf(cursor: string | undefined): z.infer<typeof Place> {
  const place = Place.safeParse(decodeCursor(cursor, 2) ?? [null, null]);
  if (!place.success) throw new Problem(400, 'bad_request');
  return place.data;
}
