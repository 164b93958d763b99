import type { Actor } from '@uptake/people/domain';
import type { Tx } from '@uptake/platform/database';
import { forbidden, notFound } from '@uptake/platform/http';
import type { Standing } from '@uptake/recommendations/domain';
import { visibleSources } from '@uptake/sources/server';
import { Recommendation } from './recommendation.entity';

/**
 * Loads a recommendation for a command and keeps others from changing it until the transaction ends.
 * @param may the policy of the command
 * @throws a 404 where the actor may not know of it, a 403 where they may read but not do this
 */
export async function lockFor(
  tx: Tx,
  actor: Actor,
  id: string,
  may: (actor: Actor, standing: Standing) => boolean,
): Promise<Recommendation> {
  const parameters: unknown[] = [id];
  const visible = visibleSources(actor, parameters);
  const standings: Standing[] = await tx.query(
    `SELECT source.id AS "sourceId", ARRAY(SELECT id FROM workshop WHERE source_id = source.id) AS "workshopIds"
     FROM recommendation r JOIN source ON source.id = r.source_id WHERE r.id = $1 AND ${visible} FOR UPDATE OF r`,
    parameters,
  );
  if (!standings[0]) throw notFound();
  if (!may(actor, standings[0])) throw forbidden();
  return tx.findOneByOrFail(Recommendation, { id });
}
