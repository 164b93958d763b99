import { accept, type Result, refuse } from '@uptake/kernel';
import { assign, type Assignable, type AssignRefusal } from './assign';
import type { AssignmentState } from './assignment-state';

/** Takes a part away. What was reported stays in the record. */
export const endAssignment = (assignment: AssignmentState): Result<AssignmentState, 'assignment_ended'> =>
  assignment.ended ? refuse('assignment_ended') : accept({ ...assignment, ended: true });

/** Undoes that, where nobody else has taken the place meanwhile. */
export function restoreAssignment(
  assignment: AssignmentState,
  recommendation: Assignable,
): Result<AssignmentState, AssignRefusal | 'assignment_not_ended'> {
  if (!assignment.ended) return refuse('assignment_not_ended');
  const free = assign(recommendation, assignment);
  return free.refused ? free : accept({ ...assignment, ended: false });
}
