import { daysBetween, type LocalDate } from '@uptake/kernel';
import type { AssignmentState } from './assignment-state';
import { isOverdue, standingOf } from './deadline';

export const urgencies = ['overdue', 'returned', 'awaiting', 'due', 'undated'] as const;
/** Why an assignment asks for attention, the most pressing reason first. */
export type Urgency = (typeof urgencies)[number];

/** @param today the day in the time zone of the source */
export function urgencyOf(assignment: AssignmentState, today: LocalDate): Urgency {
  if (isOverdue(assignment, today)) return 'overdue';
  if (assignment.verification === 'returned') return 'returned';
  if (assignment.response === 'awaiting') return 'awaiting';
  return standingOf(assignment, today) === 'none' ? 'undated' : 'due';
}

/** Whole days until the next report is due, negative when it is late; `null` when none is expected. */
export const daysLeft = (assignment: AssignmentState, today: LocalDate): number | null =>
  assignment.dueOn === null || standingOf(assignment, today) === 'none' ? null : daysBetween(today, assignment.dueOn);
