import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import type { Stream } from '@uptake/activity/contracts';
import { ActivityLog } from '@uptake/platform/activity';
import { Clock } from '@uptake/platform/config';
import { saveRevision, type Tx } from '@uptake/platform/database';
import { Problem } from '@uptake/platform/http';
import type { DocumentText, NewSource, SourceChange } from '@uptake/sources/contracts';
import type { Outline, OutlinePath } from '@uptake/sources/domain';
import { Section } from './section.entity';
import { SourceDocument } from './source-document.entity';
import { Source } from './source.entity';
import { visibleSources } from './visible-sources';

/** The sections of an import: the id of each by its place in the outline, as `pathKey` writes it. */
export type SectionIds = ReadonlyMap<string, string>;
export const pathKey = (path: OutlinePath): string => path.join('.');
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** News of a source: for those who follow it, and for everybody where it is public. */
export const streamsOfSource = ({ id, visibility }: Pick<Source, 'id' | 'visibility'>): Stream[] =>
  visibility === 'public' ? [`source:${id}`, 'public'] : [`source:${id}`];

/** Keeps sources, their sections and their documents. What becomes of the recommendations in them is for later slices. */
@Injectable()
export class Sources {
  constructor(
    private readonly activity: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** Whether the actor may read this source: the same answer for one that is missing as for one that is not open to them. */
  async mayRead(db: Pick<Tx, 'query'>, id: string, actor: Actor): Promise<boolean> {
    const parameters: unknown[] = [id];
    const visible = visibleSources(actor, parameters);
    const rows: unknown[] = await db.query(`SELECT FROM source WHERE id = $1 AND ${visible}`, parameters);
    return rows.length > 0;
  }

  async create(
    tx: Tx,
    { title, kind, language, referencePrefix, visibility, timeZone, outline }: NewSource,
    actor: Actor,
  ): Promise<Source> {
    const source = tx.create(Source, {
      id: randomUUID(),
      ...{ title, kind, language, referencePrefix, visibility, timeZone },
      levels: outline.levels,
      remindersPaused: false,
      createdBy: actor.accountId,
      createdAt: this.clock.now(),
      withdrawnAt: null,
      revision: 1,
    });
    await tx.insert(Source, source);
    return source;
  }

  /** Writes the sections of an outline anew; those that stand where they stood, by title and the titles around them, keep their ids. */
  async setSections(tx: Tx, sourceId: string, outline: Outline): Promise<SectionIds> {
    const known = await this.knownSections(tx, sourceId);
    const ids = new Map<string, string>();
    const titles = new Map<string, string>();
    const rows = outline.sections.map(({ path, code, title }, index) => {
      const above = pathKey(path.slice(0, -1));
      const place = `${titles.get(above) ?? ''}\n${title}`;
      const id = known.get(place) ?? randomUUID();
      known.delete(place);
      titles.set(pathKey(path), place);
      ids.set(pathKey(path), id);
      return { id, parent_id: ids.get(above) ?? null, level: path.length - 1, position: index + 1, code: code ?? null, title };
    });
    await tx.query(
      `INSERT INTO section (id, source_id, parent_id, level, position, code, title)
       SELECT id, $1, parent_id, level, position, code, title
       FROM jsonb_to_recordset($2::jsonb) AS row (id uuid, parent_id uuid, level integer, position integer, code text, title text)
       ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, position = excluded.position, code = excluded.code`,
      [sourceId, JSON.stringify(rows)],
    );
    return ids;
  }

  /** Removes sections in which nothing stands any more. */
  async dropEmptySections(tx: Tx, sourceId: string, ids: SectionIds): Promise<void> {
    await tx.query(
      `WITH RECURSIVE used AS (
         SELECT section_id AS id FROM recommendation WHERE source_id = $1 AND section_id IS NOT NULL
         UNION SELECT unnest($2::uuid[])
         UNION SELECT section.parent_id FROM used JOIN section ON section.id = used.id WHERE section.parent_id IS NOT NULL)
       DELETE FROM section WHERE source_id = $1 AND id NOT IN (SELECT id FROM used)`,
      [sourceId, [...ids.values()]],
    );
  }

  /** Keeps the document and what was made of it, for comparing it with the next one. */
  async keepDocument(tx: Tx, sourceId: string, document: DocumentText, outline: Outline, itemReferences: string[]): Promise<void> {
    const kept = { sourceId, name: document.name, sha256: sha256Of(document.text), text: document.text, outline, itemReferences };
    await tx.upsert(SourceDocument, kept, ['sourceId']);
  }

  /**
   * The source that came out of this very file, or of one with its title, among those that the actor may read.
   * @param db the transaction, or any connection
   */
  async findKnown(db: Pick<Tx, 'query'>, { text, title }: { text: string; title: string }, actor: Actor): Promise<KnownSource | undefined> {
    const parameters: unknown[] = [sha256Of(text), title];
    const visible = visibleSources(actor, parameters);
    const rows: KnownSource[] = await db.query(
      `SELECT source.id, source.title, source.revision, document.outline FROM source JOIN source_document document ON document.source_id = source.id
       WHERE (document.sha256 = $1 OR lower(source.title) = lower($2)) AND ${visible}
       ORDER BY document.sha256 = $1 DESC, source.created_at LIMIT 1`,
      parameters,
    );
    return rows[0];
  }

  /** @returns whether `revision` was still the newest, and so the change was made */
  async change(tx: Tx, { id, revision }: { id: string; revision: number }, change: SourceChange, actor: Actor): Promise<boolean> {
    if (!(await saveRevision(tx, Source, { id, revision }, change))) return false;
    await this.tell(tx, id, 'sources.changed', { fields: Object.keys(change) }, actor);
    return true;
  }

  /**
   * Undoes the import: the source and all that is in it go out of sight, and can be restored.
   * @throws 409 `source_in_use` once somebody voted on it, was assigned to it or reported on it
   */
  async withdraw(tx: Tx, id: string, actor: Actor): Promise<void> {
    const source = await tx.findOneOrFail(Source, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (source.withdrawnAt) return;
    if (await this.isInUse(tx, id)) throw new Problem(409, 'source_in_use');
    await this.tell(tx, id, 'sources.withdrawn', {}, actor);
    await tx.query('UPDATE source SET withdrawn_at = $2, revision = revision + 1 WHERE id = $1', [id, this.clock.now()]);
  }

  async restore(tx: Tx, id: string, actor: Actor): Promise<void> {
    const source = await tx.findOneOrFail(Source, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!source.withdrawnAt) return;
    await tx.query('UPDATE source SET withdrawn_at = NULL, revision = revision + 1 WHERE id = $1', [id]);
    await this.tell(tx, id, 'sources.restored', {}, actor);
  }

  /** One fact about a source, with its title. */
  async tell(tx: Tx, id: string, type: string, data: Record<string, unknown>, actor: Actor): Promise<void> {
    const source = await tx.findOneByOrFail(Source, { id });
    await this.activity.append(tx, {
      streams: streamsOfSource(source),
      type,
      data: { id, title: source.title, ...data },
      actor: actor.accountId,
    });
  }

  private async isInUse(tx: Tx, id: string): Promise<boolean> {
    const rows: { used: boolean }[] = await tx.query(
      `SELECT EXISTS (SELECT FROM assignment WHERE source_id = $1)
         OR EXISTS (SELECT FROM ballot_item JOIN recommendation ON recommendation.id = recommendation_id WHERE source_id = $1) AS used`,
      [id],
    );
    return rows[0]?.used ?? false;
  }

  /** Ids of the sections that there are, by the titles around them and their own. */
  private async knownSections(tx: Tx, sourceId: string): Promise<Map<string, string>> {
    const sections = await tx.find(Section, { where: { sourceId }, order: { level: 'ASC', position: 'ASC' } });
    const places = new Map<string | null, string>([[null, '']]);
    const known = new Map<string, string>();
    for (const { id, parentId, title } of sections) {
      const place = `${places.get(parentId) ?? ''}\n${title}`;
      places.set(id, place);
      if (!known.has(place)) known.set(place, id);
    }
    return known;
  }
}

export interface KnownSource {
  id: string;
  title: string;
  revision: number;
  outline: Outline;
}
