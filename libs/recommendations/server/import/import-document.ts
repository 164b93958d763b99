import { Injectable } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import { Memberships } from '@uptake/people/server';
import { ActivityLog } from '@uptake/platform/activity';
import type { Tx } from '@uptake/platform/database';
import { Problem } from '@uptake/platform/http';
import type { Imported, NewSource } from '@uptake/sources/contracts';
import { type Source, Sources, pathKey, sha256Of } from '@uptake/sources/server';
import { assignReferences } from './assign-references';
import { refuseUnfinished } from './refuse-unfinished';
import { RecommendationRows } from './recommendation-rows';
import { topicsOf } from './topics';

/** Makes a source, its sections and its recommendations out of a document that a person has checked: one act, wholly or not at all. */
@Injectable()
export class ImportDocument {
  constructor(
    private readonly sources: Sources,
    private readonly rows: RecommendationRows,
    private readonly memberships: Memberships,
    private readonly activity: ActivityLog,
  ) {}

  /**
   * Lines of a plan arrive as adopted, recommendations of a workshop as proposed. Whoever imports coordinates the source from then on.
   * @param actor may import: see `mayImport`
   * @throws 409 `source_known` with the source that came out of this document before, or has its title; 422 where an item has no text
   */
  async run(tx: Tx, document: NewSource, actor: Actor): Promise<Imported> {
    const { outline, kind } = document;
    refuseUnfinished(outline);
    await this.refuseKnown(tx, document, actor);
    const source = await this.sources.create(tx, document, actor);
    const sectionIds = await this.sources.setSections(tx, source.id, outline);
    const references = assignReferences(outline.items, source.referencePrefix);
    const topics = topicsOf(outline.sections, outline.items);
    const items = outline.items.map((item, index) => ({
      item,
      reference: references[index] as string,
      sectionId: sectionIds.get(pathKey(item.path.slice(0, -1))) ?? null,
      position: index + 1,
      topic: topics[index],
    }));
    const inserted = await this.rows.insert(tx, source.id, kind === 'plan' ? 'adopted' : 'proposed', items, actor.accountId);
    await this.sources.keepDocument(tx, source.id, document.document, outline, references);
    if (actor.accountId) {
      await this.memberships.grant(tx, { accountId: actor.accountId, role: 'coordinator', scope: 'source', scopeId: source.id });
    }
    await this.tell(tx, source, inserted.ids, references, actor);
    return { id: source.id, revision: 1, added: items.length, changed: 0, institutionsAdded: inserted.institutionsAdded };
  }

  private async refuseKnown(tx: Tx, { document: { text }, title }: NewSource, actor: Actor): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1326))', [sha256Of(text)]);
    const known = await this.sources.findKnown(tx, { text, title }, actor);
    if (known) throw new Problem(409, 'source_known', { current: { id: known.id, title: known.title, revision: known.revision } });
  }

  /** The source's own news is one fact; each recommendation begins its timeline with where it comes from. */
  private async tell(tx: Tx, source: Source, ids: string[], references: string[], actor: Actor): Promise<void> {
    await this.sources.tell(tx, source.id, 'sources.imported', { kind: source.kind, recommendations: ids.length }, actor);
    await this.activity.append(
      tx,
      ...ids.map((id, index) => ({
        streams: [`recommendation:${id}`],
        type: 'sources.imported',
        data: { sourceId: source.id, title: source.title, reference: references[index] },
        actor: actor.accountId,
      })),
    );
  }
}
