import type { HeldPart, NamedBody } from '@uptake/assignments/domain';
import type { Actor } from '@uptake/people/domain';
import type { Tx } from '@uptake/platform/database';
import type { Lifecycle } from '@uptake/recommendations/domain';
import { visibleSources } from '@uptake/sources/server';

/** A recommendation of which nobody else can change a part until the transaction ends. */
export interface LockedRecommendation {
  id: string;
  reference: string;
  sourceId: string;
  lifecycle: Lifecycle;
  held: HeldPart[];
  named: NamedBody[];
}

/**
 * Locks recommendations in the order of their ids, so that two who lock several wait for each other and never block each other. What is
 * held is read by a second statement: the first one sees the world as it was before it waited.
 * @param ids those that don't exist, or that the actor may not know of, are left out
 */
export async function lockRecommendations(tx: Tx, actor: Actor, ids: readonly string[]): Promise<LockedRecommendation[]> {
  const parameters: unknown[] = [ids];
  const visible = visibleSources(actor, parameters);
  const locked: { id: string }[] = await tx.query(
    `SELECT r.id FROM recommendation r JOIN source ON source.id = r.source_id
     WHERE r.id = ANY($1::uuid[]) AND ${visible} ORDER BY r.id FOR NO KEY UPDATE OF r`,
    parameters,
  );
  return tx.query(
    `SELECT r.id, r.reference, r.source_id AS "sourceId", r.lifecycle,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('institutionId', institution.id, 'institution', institution.name, 'part', a.part)), '[]')
        FROM assignment a JOIN institution ON institution.id = a.institution_id
        WHERE a.recommendation_id = r.id AND a.ended_at IS NULL) AS held,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('institutionId', institution_id, 'coordinating', coordinating) ORDER BY position), '[]')
        FROM named_institution WHERE recommendation_id = r.id) AS named
     FROM recommendation r WHERE r.id = ANY($1::uuid[]) ORDER BY r.source_id, r.position`,
    [locked.map(({ id }) => id)],
  );
}
