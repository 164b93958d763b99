import type { EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from './transactions';

interface Revised extends ObjectLiteral {
  id: string;
  revision: number;
}

/**
 * Writes `change` to the row with this id only while it still has this revision, and raises the revision.
 * TypeORM's own version column does not refuse a stale save, hence this.
 * @returns the new revision, or `undefined` when somebody else was faster
 */
export async function saveRevision<Row extends Revised>(
  tx: Tx,
  entity: EntityTarget<Row>,
  { id, revision }: Pick<Revised, 'id' | 'revision'>,
  change: QueryDeepPartialEntity<Row>,
): Promise<number | undefined> {
  const result = await tx
    .createQueryBuilder()
    .update(entity)
    .set({ ...change, revision: revision + 1 } as QueryDeepPartialEntity<Row>)
    .where('id = :id AND revision = :revision', { id, revision })
    .execute();
  return result.affected === 1 ? revision + 1 : undefined;
}
