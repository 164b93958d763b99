import { addDays, dayIn, instantOf, type LocalDate, minuteOfDayIn, weekday } from '@uptake/kernel';

/** When a reminder may reach somebody, on the clock of their own wall. `always` knows no night, no weekend and no morning. */
export type MailHours = 'always' | WorkingHours;

interface WorkingHours {
  /** `HH:MM`: from then on mails go out. */
  from: string;
  /** `HH:MM`, up to `24:00`: from then on none does. */
  until: string;
  /** 1 for Monday to 7 for Sunday; at least one. */
  weekdays: readonly number[];
}

export const isWorkingDay = (hours: MailHours, day: LocalDate): boolean => hours === 'always' || hours.weekdays.includes(weekday(day));

/** Whether a mail may go out at `at` to somebody who lives in `zone`. */
export function mayGoOut(hours: MailHours, zone: string, at: Date): boolean {
  if (hours === 'always') return true;
  const minute = minuteOfDayIn(zone, at);
  return isWorkingDay(hours, dayIn(zone, at)) && minute >= minutes(hours.from) && minute < minutes(hours.until);
}

/** The first moment from `at` on at which a mail may go out: what comes due in the night waits for the morning, and is never dropped. */
export const heldUntil = (hours: MailHours, zone: string, at: Date): Date =>
  hours === 'always' || mayGoOut(hours, zone, at) ? at : openingFrom(hours, zone, dayIn(zone, at), at);

/** The morning after the day of `at`, for what has to wait because somebody had a mail that day. */
export const nextMorning = (hours: MailHours, zone: string, at: Date): Date =>
  hours === 'always' ? at : openingFrom(hours, zone, addDays(dayIn(zone, at), 1), at);

/**
 * The day on which a reminder goes out: `days` from the due date. One that would fall on a day off comes on the working day before when it
 * is to help somebody keep the date, and on the working day after when the date has passed.
 */
export function reminderDay(dueOn: LocalDate, days: number, hours: MailHours): LocalDate {
  let day = addDays(dueOn, days);
  while (!isWorkingDay(hours, day)) day = addDays(day, days > 0 ? 1 : -1);
  return day;
}

/** The opening is asked whether it is open: a change of the clocks, or of the date line, may have taken it away. */
function openingFrom(hours: WorkingHours, zone: string, first: LocalDate, at: Date): Date {
  for (let day = first; ; day = addDays(day, 1)) {
    const opening = instantOf(day, hours.from, zone);
    if (opening > at && mayGoOut(hours, zone, opening)) return opening;
  }
}

function minutes(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}
