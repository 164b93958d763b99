import type { Frequency } from '@uptake/assignments/domain';
import { daysBetween, type LocalDate } from '@uptake/kernel';
import { UNANSWERED_DAYS } from '@uptake/recommendations/domain';
import { type MailHours, reminderDay } from './mail-hours';
import { reminderDays } from './reminder-rules';

/** A due date that waits for a report. All days are days in the time zone of the source. */
export interface OpenDeadline {
  dueOn: LocalDate;
  frequency: Frequency;
  /** Which days are working days: no reminder comes due on another. */
  mailHours: MailHours;
  /** When the institution was assigned: what would have gone out before is nobody's omission. */
  assignedOn?: LocalDate;
  /** When the institution last reported: what was due by then is settled. */
  reportedOn?: LocalDate | null;
}

/** What a look at the calendar finds; the ledger keeps each rule once, so that finding it again changes nothing. */
export interface RemindersDue {
  /** Days from the due date of the reminder that goes out now, unless the ledger has it. */
  send: number | null;
  /** Older reminders whose day passed while nobody looked; the one that goes out now takes their place. */
  overtaken: number[];
}

const NONE: RemindersDue = { send: null, overtaken: [] };

/**
 * The reminders that have come due by `today`: the latest goes out, older ones that nobody sent are only noted. However long the sweep
 * stood still, one person gets one mail about one due date.
 */
export function remindersDue(deadline: OpenDeadline & { today: LocalDate }): RemindersDue {
  const { dueOn, frequency, mailHours, assignedOn, reportedOn, today } = deadline;
  if (daysBetween(dueOn, today) > UNANSWERED_DAYS) return NONE;
  const come = reminderDays(frequency).filter((days) => {
    const day = reminderDay(dueOn, days, mailHours);
    return day <= today && (!reportedOn || day > reportedOn);
  });
  const overtaken = come.slice(0, -1).filter((days) => !assignedOn || reminderDay(dueOn, days, mailHours) >= assignedOn);
  return { send: come.at(-1) ?? null, overtaken };
}

/**
 * The first reminder that does not go out because the institution reported in time. The ledger notes this one when its day comes, so that
 * a coordinator sees why no mail went out, and no other.
 * @returns days from the due date, or `null` while that day is still to come, or when no reminder was left to silence
 */
export function silencedReminder(deadline: {
  dueOn: LocalDate;
  frequency: Frequency;
  mailHours: MailHours;
  reportedOn: LocalDate;
  today: LocalDate;
}): number | null {
  const { dueOn, frequency, mailHours, reportedOn, today } = deadline;
  const silenced = reminderDays(frequency).find((days) => reminderDay(dueOn, days, mailHours) >= reportedOn);
  return silenced !== undefined && reminderDay(dueOn, silenced, mailHours) <= today ? silenced : null;
}

/** The reminders whose day lies from `today` to `until`, as things stand: an answer in between silences them. */
export function comingReminders({
  dueOn,
  frequency,
  mailHours,
  reportedOn,
  today,
  until,
}: OpenDeadline & { today: LocalDate; until: LocalDate }): number[] {
  return reminderDays(frequency).filter((days) => {
    const day = reminderDay(dueOn, days, mailHours);
    return day >= today && day <= until && (!reportedOn || day > reportedOn);
  });
}
