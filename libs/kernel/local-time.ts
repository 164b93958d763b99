/** A calendar day, `2026-06-30`. Deadlines are days in a time zone, resolved to an instant when asked. */
export type LocalDate = string;

const DAY = 86_400_000;

/** The day that the clock on the wall shows in `zone` (IANA name) at `instant`. */
export function dayIn(zone: string, instant: Date): LocalDate {
  const { year, month, day } = wallClock(zone, instant);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** Minutes since midnight on the wall clock in `zone` at `instant`, 0 to 1439. */
export function minuteOfDayIn(zone: string, instant: Date): number {
  const { hour, minute } = wallClock(zone, instant);
  return hour * 60 + minute;
}

/**
 * The instant at which the wall clock in `zone` shows `time` on `day`. A time that a clock change skips resolves to the
 * same distance after the change; a time that occurs twice resolves to the first.
 * @param time `HH:MM`
 */
export function instantOf(day: LocalDate, time: string, zone: string): Date {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  const candidates = [asIfUtc - DAY, asIfUtc + DAY].map((near) => asIfUtc - offsetAt(zone, new Date(near)));
  const fitting = candidates.filter((instant) => instant + offsetAt(zone, new Date(instant)) === asIfUtc);
  return new Date(Math.min(...(fitting.length ? fitting : [Math.max(...candidates)])));
}

/** `day` moved by `days` (negative: back). */
export const addDays = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Whole days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export const weekday = (day: LocalDate): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** Whether `zone` is an IANA time zone that this machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, clock);
  }
  return clock;
}

function wallClock(zone: string, instant: Date) {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return parts as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
}

function offsetAt(zone: string, instant: Date): number {
  const { year, month, day, hour, minute, second } = wallClock(zone, instant);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant.getTime() / 1000) * 1000;
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0');
