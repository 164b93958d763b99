import { Injectable } from '@nestjs/common';
import type { Assignment, AssignmentChange } from '@uptake/assignments/contracts';
import { type AssignmentState, changeAssignment, mayAssign, mayRespond, respond } from '@uptake/assignments/domain';
import type { Actor } from '@uptake/people/domain';
import { Clock } from '@uptake/platform/config';
import { Transactions } from '@uptake/platform/database';
import { forbidden, Problem, refusal, stale } from '@uptake/platform/http';
import { AssignmentFacts, type AssignmentNews, subjectOf } from './assignment-facts';
import type { AssignmentRecord } from './assignment-record';
import { Assignments } from './assignments';
import { ReadAssignments } from './read-assignments';

/** `PATCH /assignments/:id`: a coordinator changes part or date, an institution answers. Each field asks for its own right. */
@Injectable()
export class ChangeAssignment {
  constructor(
    private readonly transactions: Transactions,
    private readonly assignments: Assignments,
    private readonly read: ReadAssignments,
    private readonly facts: AssignmentFacts,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string, revision: number, change: AssignmentChange): Promise<Assignment> {
    return this.transactions.run(async (tx) => {
      await this.read.record(actor, id, tx);
      const record = await this.assignments.lock(tx, id);
      checkRights(actor, record, change);
      if (record.revision !== revision) throw stale(await this.read.one(actor, id, tx));
      const after = answered(coordinated(record, change), change);
      await this.assignments.save(tx, record, after, change.response ? { respondedAt: this.clock.now() } : {});
      await this.facts.tell(tx, actor, ...newsOf(record, after, change));
      return this.read.one(actor, id, tx);
    });
  }
}

const coordinates = ({ part, dueOn, frequency }: AssignmentChange): boolean =>
  part !== undefined || dueOn !== undefined || frequency !== undefined;

function checkRights(actor: Actor, { source, state }: AssignmentRecord, change: AssignmentChange): void {
  if (coordinates(change) && !mayAssign(actor, source.id)) throw forbidden();
  if (change.response && !mayRespond(actor, state)) throw forbidden();
  if (!coordinates(change) && !change.response) throw new Problem(422, 'nothing_to_change');
}

function coordinated({ state, held }: AssignmentRecord, change: AssignmentChange): AssignmentState {
  if (!coordinates(change)) return state;
  const result = changeAssignment(state, change, held);
  if (result.refused) throw refusal(result);
  return result.value;
}

function answered(state: AssignmentState, { response, responseReason = '' }: AssignmentChange): AssignmentState {
  if (!response) return state;
  const result = respond(state, { response, reason: responseReason });
  if (result.refused) throw refusal(result, result.code === 'reason_missing' ? 422 : 409);
  return result.value;
}

function newsOf(record: AssignmentRecord, after: AssignmentState, change: AssignmentChange): AssignmentNews[] {
  const { state: before } = record;
  const subject = { ...subjectOf(record), part: after.part };
  const moved = after.dueOn !== before.dueOn || after.frequency !== before.frequency;
  return [
    ...(after.part === before.part ? [] : [{ type: 'assignments.part_changed', subject, data: { before: before.part } }]),
    ...(moved
      ? [{ type: 'assignments.due_moved', subject, data: { before: before.dueOn, dueOn: after.dueOn, frequency: after.frequency } }]
      : []),
    ...(change.response
      ? [
          {
            type: 'assignments.responded',
            subject,
            data: { response: after.response, before: before.response, reason: after.responseReason },
          },
        ]
      : []),
  ];
}
