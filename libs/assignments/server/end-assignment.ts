import { Injectable } from '@nestjs/common';
import type { Assignment } from '@uptake/assignments/contracts';
import { endAssignment, mayAssign, restoreAssignment } from '@uptake/assignments/domain';
import type { Actor } from '@uptake/people/domain';
import { Clock } from '@uptake/platform/config';
import { Transactions, type Tx } from '@uptake/platform/database';
import { forbidden, refusal } from '@uptake/platform/http';
import { AssignmentFacts, subjectOf } from './assignment-facts';
import type { AssignmentRecord } from './assignment-record';
import { Assignments } from './assignments';
import { ReadAssignments } from './read-assignments';

/** A coordinator takes a part away, or gives back what was taken away just now. */
@Injectable()
export class EndAssignment {
  constructor(
    private readonly transactions: Transactions,
    private readonly assignments: Assignments,
    private readonly read: ReadAssignments,
    private readonly facts: AssignmentFacts,
    private readonly clock: Clock,
  ) {}

  end(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const record = await this.open(tx, actor, id);
      const result = endAssignment(record.state);
      if (result.refused) throw refusal(result);
      await this.assignments.save(tx, record, result.value, { endedAt: this.clock.now() });
      await this.facts.tell(tx, actor, { type: 'assignments.ended', subject: subjectOf(record) });
    });
  }

  restore(actor: Actor, id: string): Promise<Assignment> {
    return this.transactions.run(async (tx) => {
      const record = await this.open(tx, actor, id);
      const result = restoreAssignment(record.state, { lifecycle: record.recommendation.lifecycle, held: record.held });
      if (result.refused) throw refusal(result);
      await this.assignments.save(tx, record, result.value, { endedAt: null });
      await this.facts.tell(tx, actor, { type: 'assignments.restored', subject: subjectOf(record) });
      return this.read.one(actor, id, tx);
    });
  }

  private async open(tx: Tx, actor: Actor, id: string): Promise<AssignmentRecord> {
    await this.read.record(actor, id, tx);
    const record = await this.assignments.lock(tx, id);
    if (!mayAssign(actor, record.source.id)) throw forbidden();
    return record;
  }
}
