import { Injectable } from '@nestjs/common';
import type { AssignmentState } from '@uptake/assignments/domain';
import { saveRevision, type Tx } from '@uptake/platform/database';
import { notFound, stale } from '@uptake/platform/http';
import { type AssignmentRecord, SELECT_RECORD } from './assignment-record';
import { Assignment } from './assignment.entity';

/** When something last happened, where the state itself does not tell. */
export type Stamps = Partial<Pick<Assignment, 'respondedAt' | 'reportedAt' | 'verificationAt' | 'endedAt'>>;

/** PostgreSQL takes 65,535 parameters in a statement; a row has about 15. */
const ROWS_AT_ONCE = 1000;

/** Assignments for commands, of this slice and of later ones. Who may is for the caller to decide. */
@Injectable()
export class Assignments {
  /** @throws a 404 where there is none */
  async find(db: Pick<Tx, 'query'>, id: string): Promise<AssignmentRecord> {
    const rows: { record: AssignmentRecord }[] = await db.query(`${SELECT_RECORD} WHERE a.id = $1`, [id]);
    if (!rows[0]) throw notFound();
    return rows[0].record;
  }

  /**
   * Loads one and keeps others from changing any part of its recommendation until the transaction ends.
   * @throws a 404 where there is none
   */
  async lock(tx: Tx, id: string): Promise<AssignmentRecord> {
    await tx.query(`SELECT FROM recommendation WHERE id = (SELECT recommendation_id FROM assignment WHERE id = $1) FOR NO KEY UPDATE`, [
      id,
    ]);
    return this.find(tx, id);
  }

  /** @returns the new ids, in the order given */
  async add(tx: Tx, given: readonly { recommendationId: string; sourceId: string; state: AssignmentState }[], at: Date): Promise<string[]> {
    const rows = given.map(({ recommendationId, sourceId, state }) => ({ recommendationId, sourceId, ...columnsOf(state), createdAt: at }));
    const ids: string[] = [];
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const added = await tx.insert(Assignment, rows.slice(from, from + ROWS_AT_ONCE));
      ids.push(...added.identifiers.map(({ id }) => id as string));
    }
    return ids;
  }

  /** @throws a 412 where somebody else was faster */
  async save(tx: Tx, record: AssignmentRecord, after: AssignmentState, stamps: Stamps = {}): Promise<void> {
    const saved = await saveRevision(tx, Assignment, record, { ...columnsOf(after), ...stamps });
    if (!saved) throw stale(await this.find(tx, record.id));
  }
}

function columnsOf({ reported: _reported, ended: _ended, ...columns }: AssignmentState): Omit<AssignmentState, 'reported' | 'ended'> {
  return columns;
}
