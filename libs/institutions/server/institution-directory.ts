import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import * as z from 'zod';
import { InstitutionPage, InstitutionQuery } from '@uptake/institutions/contracts';
import { Clock } from '@uptake/platform/config';
import { decodeCursor, encodeCursor } from '@uptake/platform/http';
import { recordFigures } from './record-figures';

type Query = z.infer<typeof InstitutionQuery>;

interface Found {
  items: (InstitutionPage['items'][number] & { place: string })[];
  total: number;
  kinds: Record<string, number>;
}

/** A name that is merely alike still counts from here on; 1 is the same. */
const ALIKE = 0.45;

/** The directory: parts stand after their whole, everything by name. One query a page. */
@Injectable()
export class InstitutionDirectory {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async page({ q, kind, cursor, limit }: Query): Promise<InstitutionPage> {
    const after = decodeCursor(cursor, 2);
    const rows: { found: Found }[] = await this.dataSource.query(
      `WITH named AS (
         SELECT institution.*, parent.name AS parent_name, lower(concat_ws(' · ', parent.name, institution.name)) AS place,
           unaccent(lower(concat_ws(' ', parent.name, institution.name, array_to_string(institution.aliases, ' ')))) AS names
         FROM institution LEFT JOIN institution parent ON parent.id = institution.parent_id
       ), found AS (
         SELECT * FROM named WHERE $1::text IS NULL OR strpos(names, unaccent(lower($1))) > 0
           OR word_similarity(unaccent(lower($1)), names) > ${ALIKE}
       ), page AS (
         SELECT * FROM found WHERE ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL OR (place, id) > ($3, $4::uuid))
         ORDER BY place, id LIMIT $5 + 1
       )
       SELECT jsonb_build_object(
         'items', coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'name', name, 'kind', kind, 'parentId', parent_id,
            'parentName', parent_name, 'record', ${recordFigures('page.id', '$6::timestamptz')}, 'place', place) ORDER BY place, id) FROM page), '[]'),
         'total', (SELECT count(*) FROM found WHERE $2::text IS NULL OR kind = $2),
         'kinds', coalesce((SELECT jsonb_object_agg(kind, count) FROM (SELECT kind, count(*) FROM found GROUP BY kind) counted), '{}')
       ) AS found`,
      [q?.trim() || null, kind ?? null, after?.[0] ?? null, after?.[1] ?? null, limit, this.clock.now()],
    );
    const { items, total, kinds } = (rows[0] as { found: Found }).found;
    const last = items.length > limit ? items[limit - 1] : undefined;
    return {
      items: items.slice(0, limit).map(({ place: _place, ...row }) => row),
      cursor: last ? encodeCursor([last.place, last.id]) : null,
      total,
      facets: { kind: kinds },
    };
  }
}
