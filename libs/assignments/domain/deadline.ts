import { addDays, daysBetween, type LocalDate } from '@uptake/kernel';
import { deadlineStanding, type DeadlineStanding } from '@uptake/recommendations/domain';
import type { AssignmentState, Deadline, Frequency } from './assignment-state';

type Recurring = Exclude<Frequency, 'once'>;

const MONTHS: Record<Recurring, number> = { yearly: 12, half_yearly: 6, quarterly: 3, monthly: 1 };

/** From how many days before the due date a report is the one that is asked for. An earlier one belongs to the date before. */
const WINDOW_DAYS: Record<Recurring, number> = { yearly: 90, half_yearly: 60, quarterly: 45, monthly: 20 };

/** Whether a report has answered the date that is due now. */
export const isAnswered = ({ dueVersion, answeredVersion }: Pick<Deadline, 'dueVersion' | 'answeredVersion'>): boolean =>
  answeredVersion === dueVersion;

type Due = Deadline & Pick<AssignmentState, 'part' | 'implementation' | 'verification' | 'ended'>;

/** @param today the day in the time zone of the source */
export const standingOf = (assignment: Due, today: LocalDate): DeadlineStanding =>
  assignment.ended ? 'none' : deadlineStanding({ ...assignment, answered: isAnswered(assignment) }, today);

/** Whether a report is late, however late. */
export function isOverdue(assignment: Due, today: LocalDate): boolean {
  const standing = standingOf(assignment, today);
  return standing === 'overdue' || standing === 'no_update_received';
}

/** Whether every reminder went out and nobody answered. */
export const noUpdateReceived = (assignment: Due, today: LocalDate): boolean => standingOf(assignment, today) === 'no_update_received';

/**
 * The first date after `today` in the series that begins at `dueOn`, at least one period on. The last day of a month stays the last day
 * of its month: 30 June, 30 September, 31 December.
 */
export function nextDeadline(dueOn: LocalDate, frequency: Recurring, today: LocalDate): LocalDate {
  let steps = 1;
  while (monthsLater(dueOn, steps * MONTHS[frequency]) <= today) steps += 1;
  return monthsLater(dueOn, steps * MONTHS[frequency]);
}

/** Whether a report made `today` is the one that was asked for by the due date, or comes too early to be. */
export function answersDeadline(deadline: Deadline, today: LocalDate): boolean {
  if (deadline.dueOn === null || isAnswered(deadline)) return false;
  return deadline.frequency === 'once' || daysBetween(today, deadline.dueOn) <= WINDOW_DAYS[deadline.frequency];
}

/** The deadline after a report made `today`: a single one is answered, a recurring one moves on, an early report changes nothing. */
export function answerDeadline({ dueOn, frequency, dueVersion, answeredVersion }: Deadline, today: LocalDate): Deadline {
  const deadline = { dueOn, frequency, dueVersion, answeredVersion };
  if (dueOn === null || !answersDeadline(deadline, today)) return deadline;
  const answered = { ...deadline, answeredVersion: dueVersion };
  return frequency === 'once' ? answered : { ...answered, dueOn: nextDeadline(dueOn, frequency, today), dueVersion: dueVersion + 1 };
}

/** The deadline after a coordinator moved it: what was answered before does not answer the new date. */
export const moveDeadline = ({ frequency, dueVersion, answeredVersion, ...before }: Deadline, dueOn: LocalDate | null): Deadline => ({
  dueOn,
  frequency,
  dueVersion: dueOn === before.dueOn ? dueVersion : dueVersion + 1,
  answeredVersion,
});

function monthsLater(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const last = lastOfMonth(count);
  const wasLast = addDays(day, 1).slice(8) === '01';
  return wasLast ? last : dayOf(count, Math.min(date, Number(last.slice(8))));
}

const lastOfMonth = (count: number): LocalDate => addDays(dayOf(count + 1, 1), -1);

const dayOf = (count: number, date: number): LocalDate =>
  `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
