import { accept, type LocalDate, type Result, refuse } from '@uptake/kernel';
import type { Part } from '@uptake/recommendations/domain';
import { type HeldPart, leadTaken } from './assign';
import type { AssignmentState, Frequency } from './assignment-state';
import { moveDeadline } from './deadline';

export interface CoordinatorChange {
  part?: Part | undefined;
  dueOn?: LocalDate | null | undefined;
  frequency?: Frequency | undefined;
}

/**
 * What a coordinator changes in an assignment: part, due date, frequency.
 * Refused with `lead_taken` when another institution leads, `assignment_ended`.
 * @param held every part held in the recommendation now
 */
export function changeAssignment(
  assignment: AssignmentState,
  change: CoordinatorChange,
  held: readonly HeldPart[],
): Result<AssignmentState, 'lead_taken' | 'assignment_ended'> {
  if (assignment.ended) return refuse('assignment_ended');
  const { part = assignment.part, dueOn = assignment.dueOn, frequency = assignment.frequency } = change;
  const taken = leadTaken(held, { institutionId: assignment.institutionId, part });
  if (taken) return taken;
  return accept({ ...assignment, part, ...moveDeadline({ ...assignment, frequency }, dueOn) });
}
