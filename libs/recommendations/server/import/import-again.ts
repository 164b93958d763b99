import { Injectable } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import { ActivityLog } from '@uptake/platform/activity';
import { Clock } from '@uptake/platform/config';
import type { Tx } from '@uptake/platform/database';
import { Problem, refusal, stale } from '@uptake/platform/http';
import { editText } from '@uptake/recommendations/domain';
import type { Imported, NextImport } from '@uptake/sources/contracts';
import { type Outline, type OutlineDifference, type OutlineItem } from '@uptake/sources/domain';
import { pathKey, Recogniser, type SectionIds, Source, SourceDocument, Sources } from '@uptake/sources/server';
import { streamsOf } from '../facts';
import { Recommendation } from '../recommendation.entity';
import { RecommendationEdit } from '../recommendation-edit.entity';
import { assignReferences } from './assign-references';
import { type Details, RecommendationRows } from './recommendation-rows';
import { refuseUnfinished } from './refuse-unfinished';
import { topicsOf } from './topics';

/** What a later document says about the items: their references, for those that are known already. */
interface Paired {
  difference: OutlineDifference;
  /** By the place of an item in the new outline. */
  references: Map<string, string>;
  removed: { item: OutlineItem; reference: string }[];
}

/** Applies a later version of a document: what is new is added, what changed is edited with its history kept, nothing is ever doubled. */
@Injectable()
export class ImportAgain {
  constructor(
    private readonly sources: Sources,
    private readonly recogniser: Recogniser,
    private readonly rows: RecommendationRows,
    private readonly activity: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Recommendations that the document no longer has stay as they are: leaving a line out of a file takes back no promise.
   * @param actor coordinates the source
   * @throws 412 where the source changed since the difference was shown; 409 where a text changed that is being voted on
   */
  async run(
    tx: Tx,
    { id, revision }: { id: string; revision: number },
    { document, outline }: NextImport,
    actor: Actor,
  ): Promise<Imported> {
    refuseUnfinished(outline);
    const source = await tx.findOneOrFail(Source, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (source.revision !== revision) throw stale({ id, revision: source.revision, title: source.title });
    const before = await tx.findOneBy(SourceDocument, { sourceId: id });
    if (!before) throw new Problem(409, 'source_without_document');
    const { difference } = await this.recogniser.run({ document: { outline }, before: before.outline });
    const paired = pairReferences(before, difference as OutlineDifference);
    const sectionIds = await this.sources.setSections(tx, id, outline);
    const added = await this.add(tx, source, outline, sectionIds, paired, before.itemReferences, actor);
    await this.place(tx, id, outline, sectionIds, paired);
    const edited = await this.change(tx, id, document.name, outline, paired, actor);
    await this.sources.dropEmptySections(tx, id, sectionIds);
    await this.keep(tx, source, document, outline, paired);
    const figures = { added: added.ids.length, changed: paired.difference.changed.length, removed: paired.removed.length };
    await this.sources.tell(tx, id, 'sources.imported_again', figures, actor);
    return {
      id,
      revision: revision + 1,
      added: figures.added,
      changed: figures.changed,
      institutionsAdded: added.institutionsAdded + edited.institutionsAdded,
    };
  }

  /** Items that are new get their references here; from now on every item of the outline has one. */
  private async add(
    tx: Tx,
    source: Source,
    outline: Outline,
    sectionIds: SectionIds,
    { difference, references }: Paired,
    taken: string[],
    actor: Actor,
  ): Promise<{ ids: string[]; institutionsAdded: number }> {
    const places = new Map(outline.items.map(({ path }, index) => [pathKey(path), index]));
    const topics = topicsOf(outline.sections, outline.items);
    const fresh = assignReferences(difference.added, source.referencePrefix, taken);
    const items = difference.added.map((item, index) => {
      const key = pathKey(item.path);
      const reference = fresh[index] as string;
      references.set(key, reference);
      const place = places.get(key) as number;
      return { item, reference, sectionId: sectionIdOf(sectionIds, item), position: place + 1, topic: topics[place] };
    });
    const inserted = await this.rows.insert(tx, source.id, source.kind === 'plan' ? 'adopted' : 'proposed', items, actor.accountId);
    await this.activity.append(
      tx,
      ...inserted.ids.map((recommendationId, index) => ({
        streams: streamsOf({ id: recommendationId, sourceId: source.id }),
        type: 'sources.imported',
        data: { sourceId: source.id, title: source.title, recommendationId, reference: fresh[index] },
        actor: actor.accountId,
      })),
    );
    return inserted;
  }

  /** Every item stands where the new document has it; those that it left out stand behind the others. */
  private async place(tx: Tx, sourceId: string, outline: Outline, sectionIds: SectionIds, { references, removed }: Paired): Promise<void> {
    const rows = outline.items.map((item, index) => ({
      reference: references.get(pathKey(item.path)),
      section_id: sectionIdOf(sectionIds, item),
      position: index + 1,
      ...{ code: item.code ?? null, line: item.line, last_line: item.lastLine },
    }));
    await tx.query(
      `UPDATE recommendation SET section_id = row.section_id, position = row.position, code = row.code, line = row.line, last_line = row.last_line
       FROM jsonb_to_recordset($2::jsonb) AS row
         (reference text, section_id uuid, position integer, code text, line integer, last_line integer)
       WHERE source_id = $1 AND recommendation.reference = row.reference`,
      [sourceId, JSON.stringify(rows)],
    );
    await tx.query(
      `UPDATE recommendation SET position = $3 + place, line = NULL, last_line = NULL
       FROM unnest($2::text[]) WITH ORDINALITY AS gone (reference, place)
       WHERE source_id = $1 AND recommendation.reference = gone.reference`,
      [sourceId, removed.map(({ reference }) => reference), rows.length],
    );
  }

  private async change(
    tx: Tx,
    sourceId: string,
    documentName: string,
    outline: Outline,
    { difference, references }: Paired,
    actor: Actor,
  ): Promise<{ institutionsAdded: number }> {
    const topics = new Map(topicsOf(outline.sections, outline.items).map((topic, index) => [outline.items[index]?.path.join('.'), topic]));
    const details: Details[] = [];
    for (const { after, fields } of difference.changed) {
      const reference = references.get(pathKey(after.path)) as string;
      const where = { sourceId, reference };
      const recommendation = await tx.findOneOrFail(Recommendation, { where, lock: { mode: 'pessimistic_write' } });
      if (fields.includes('text')) await this.edit(tx, recommendation, after.text, documentName, actor);
      details.push({
        recommendationId: recommendation.id,
        ...(fields.includes('institutions') ? { institutions: after.institutions } : {}),
        ...(fields.includes('instruments') ? { instruments: after.instruments } : {}),
        ...(fields.includes('section') ? { topic: topics.get(pathKey(after.path)) } : {}),
      });
    }
    return { institutionsAdded: await this.rows.replace(tx, details, actor.accountId) };
  }

  /** The same rule as for an edit by hand, with the document's name as the reason. What was decided against keeps its text. */
  private async edit(tx: Tx, recommendation: Recommendation, text: string, reason: string, actor: Actor): Promise<void> {
    const { id, reference } = recommendation;
    const edit = editText(recommendation.lifecycle, recommendation.text, { text, reason });
    if (edit.refused) {
      if (edit.code === 'recommendation_in_ballot') throw refusal(edit);
      return;
    }
    const { before, after } = edit.value;
    await tx.update(Recommendation, { id }, { text: after, revision: recommendation.revision + 1 });
    const at = this.clock.now();
    await tx.insert(RecommendationEdit, { recommendationId: id, before, after, reason, editedBy: actor.accountId, at });
    await this.activity.append(tx, {
      streams: streamsOf(recommendation),
      type: 'recommendations.edited',
      data: { recommendationId: id, reference, reason },
      actor: actor.accountId,
    });
  }

  /** Items that the document left out are kept behind the others, so that they are known again when they come back. */
  private async keep(
    tx: Tx,
    source: Source,
    document: NextImport['document'],
    outline: Outline,
    { references, removed }: Paired,
  ): Promise<void> {
    const behind = removed.map(({ item }, index) => ({ ...item, path: [outline.sections.length + outline.items.length + index + 1] }));
    const kept: Outline = { ...outline, items: [...outline.items, ...behind] };
    const inOrder = outline.items.map(({ path }) => references.get(pathKey(path)) as string);
    await this.sources.keepDocument(tx, source.id, document, kept, [...inOrder, ...removed.map(({ reference }) => reference)]);
    await tx.update(Source, { id: source.id }, { levels: outline.levels, revision: source.revision + 1 });
  }
}

const sectionIdOf = (sectionIds: SectionIds, { path }: OutlineItem): string | null => sectionIds.get(pathKey(path.slice(0, -1))) ?? null;

function pairReferences({ outline, itemReferences }: SourceDocument, difference: OutlineDifference): Paired {
  const known = new Map(outline.items.map(({ path }, index) => [pathKey(path), itemReferences[index] as string]));
  const pairs = [...difference.changed, ...difference.same];
  return {
    difference,
    references: new Map(pairs.map(({ before, after }) => [pathKey(after.path), known.get(pathKey(before.path)) as string])),
    removed: difference.removed.map((item) => ({ item, reference: known.get(pathKey(item.path)) as string })),
  };
}
