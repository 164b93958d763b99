import { daysBetween, type LocalDate } from '@uptake/kernel';
import type { Implementation, Part, Verification } from './axes';

/** Six reminders after the due date went out unanswered: the last of them on the 49th day at the latest. */
export const UNANSWERED_DAYS = 49;

/** What a deadline needs to be judged; an assignment has it. */
export interface Deadline {
  part: Part;
  /** The day on which the next update is due; null: none is asked for. */
  dueOn: LocalDate | null;
  /** Whether an update has answered this very deadline. */
  answered: boolean;
  implementation: Implementation;
  verification: Verification;
}

/** What the calendar says of a deadline. It is computed whenever somebody asks, and never chosen or stored. */
export type DeadlineStanding = 'none' | 'ahead' | 'overdue' | 'no_update_received';

/**
 * @param today the day on the wall in the time zone of the source
 * @returns `none` where nothing is awaited (no date, answered, consulted only, or finished), otherwise how the day stands to today:
 *   `overdue` from the day after, `no_update_received` once more than 49 days have passed
 */
export function deadlineStanding({ part, dueOn, answered, implementation, verification }: Deadline, today: LocalDate): DeadlineStanding {
  if (!dueOn || answered || part === 'consulted' || isFinished({ implementation, verification })) return 'none';
  const late = daysBetween(dueOn, today);
  if (late <= 0) return 'ahead';
  return late > UNANSWERED_DAYS ? 'no_update_received' : 'overdue';
}

/** Nothing more is awaited: implemented and verified as such, or no longer to be done. */
export const isFinished = ({ implementation, verification }: Pick<Deadline, 'implementation' | 'verification'>): boolean =>
  (implementation === 'implemented' && verification === 'verified') ||
  implementation === 'no_longer_applicable' ||
  implementation === 'superseded';
