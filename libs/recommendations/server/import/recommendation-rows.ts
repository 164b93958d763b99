import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InstitutionNames } from '@uptake/institutions/server';
import { Clock } from '@uptake/platform/config';
import type { Tx } from '@uptake/platform/database';
import type { Lifecycle } from '@uptake/recommendations/domain';
import type { OutlineInstitution, OutlineItem } from '@uptake/sources/domain';

export interface NewItem {
  item: OutlineItem;
  reference: string;
  sectionId: string | null;
  /** Among all recommendations of the source, from 1. */
  position: number;
  topic: string | undefined;
}

export interface Details {
  recommendationId: string;
  institutions?: OutlineInstitution[];
  instruments?: string[];
  topic?: string | undefined;
}

/** Writes recommendations many at a time: a plan of a thousand lines is five statements. */
@Injectable()
export class RecommendationRows {
  constructor(
    private readonly names: InstitutionNames,
    private readonly clock: Clock,
  ) {}

  /** @returns the ids, in the order of the items, and how many institutions the directory did not know */
  async insert(tx: Tx, sourceId: string, lifecycle: Lifecycle, items: readonly NewItem[], actorId: string | null): Promise<Inserted> {
    const rows = items.map(({ item, reference, sectionId, position }) => ({
      id: randomUUID(),
      section_id: sectionId,
      ...{ reference, position },
      ...{ code: item.code ?? null, text: item.text, footnotes: item.footnotes ?? [], line: item.line, last_line: item.lastLine },
    }));
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO recommendation (id, source_id, section_id, reference, code, position, original_text, text, footnotes, line, last_line,
         lifecycle, decided_at, created_at)
       SELECT id, $1, section_id, reference, code, position, text, text, ARRAY(SELECT jsonb_array_elements_text(footnotes)), line, last_line,
         $3, $4, $5
       FROM jsonb_to_recordset($2::jsonb) AS row
         (id uuid, section_id uuid, reference text, code text, position integer, text text, footnotes jsonb, line integer, last_line integer)`,
      [sourceId, JSON.stringify(rows), lifecycle, lifecycle === 'adopted' ? now : null, now],
    );
    const ids = rows.map(({ id }) => id);
    const details = items.map(({ item, topic }, index) => ({
      recommendationId: ids[index] as string,
      institutions: item.institutions,
      instruments: item.instruments,
      topic,
    }));
    return { ids, institutionsAdded: await this.insertDetails(tx, details, actorId) };
  }

  /** Replaces what a later document says otherwise; what is not mentioned stays. */
  async replace(tx: Tx, details: readonly Details[], actorId: string | null): Promise<number> {
    const about = (field: keyof Details) => details.filter((one) => field in one).map(({ recommendationId }) => recommendationId);
    await tx.query('DELETE FROM named_institution WHERE recommendation_id = ANY($1::uuid[])', [about('institutions')]);
    await tx.query('DELETE FROM monitoring_instrument WHERE recommendation_id = ANY($1::uuid[])', [about('instruments')]);
    await tx.query('DELETE FROM recommendation_topic WHERE recommendation_id = ANY($1::uuid[])', [about('topic')]);
    return this.insertDetails(tx, details, actorId);
  }

  private async insertDetails(tx: Tx, details: readonly Details[], actorId: string | null): Promise<number> {
    const named = details.flatMap(({ recommendationId, institutions = [] }) =>
      institutions.map((institution, index) => ({ recommendationId, institution, position: index + 1 })),
    );
    const { ids, added } = await this.names.resolve(
      tx,
      named.map(({ institution }) => institution),
      actorId,
    );
    await tx.query(
      `INSERT INTO named_institution (recommendation_id, institution_id, position, coordinating)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (r uuid, i uuid, p integer, c boolean)`,
      [
        JSON.stringify(
          onceEach(
            named.map(({ recommendationId: r, institution, position: p }, index) => ({
              ...{ r, p, i: ids[index] as string, c: institution.coordinator ?? false },
            })),
          ),
        ),
      ],
    );
    await tx.query(
      `INSERT INTO monitoring_instrument (recommendation_id, position, title)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (r uuid, p integer, t text)`,
      [
        JSON.stringify(
          details.flatMap(({ recommendationId: r, instruments = [] }) => instruments.map((t, index) => ({ r, p: index + 1, t }))),
        ),
      ],
    );
    await tx.query(
      `INSERT INTO recommendation_topic (recommendation_id, topic)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (r uuid, t text)`,
      [JSON.stringify(details.flatMap(({ recommendationId: r, topic: t }) => (t ? [{ r, t }] : [])))],
    );
    return added;
  }
}

interface Inserted {
  ids: string[];
  institutionsAdded: number;
}

interface NamedRow {
  r: string;
  i: string;
  p: number;
  c: boolean;
}

/** Two names of one institution in one row count once; it coordinates if either says so. */
function onceEach(rows: readonly NamedRow[]): NamedRow[] {
  const kept = new Map<string, NamedRow>();
  for (const row of rows) {
    const before = kept.get(`${row.r} ${row.i}`);
    kept.set(`${row.r} ${row.i}`, before ? { ...before, c: before.c || row.c } : row);
  }
  return [...kept.values()];
}
