import { DOCUMENT, Injectable, computed, effect, inject, signal } from '@angular/core';
import { dayIn, daysBetween } from '@uptake/kernel';
import type { Language } from '@uptake/languages';
import { languageTable } from './language-table';

const localDate = /^\d{4}-\d{2}-\d{2}$/;

/** How this person reads dates and numbers: their language and their time zone. Everything here follows both at once. */
@Injectable({ providedIn: 'root' })
export class Locale {
  readonly language = signal<Language>('en');
  /** IANA name; the machine's own until the session says otherwise. */
  readonly timeZone = signal(Intl.DateTimeFormat().resolvedOptions().timeZone);
  readonly tag = computed(() => languageTable[this.language()].locale);
  readonly direction = computed(() => languageTable[this.language()].direction);

  constructor() {
    const root = inject(DOCUMENT).documentElement;
    effect(() => {
      root.lang = this.language();
      root.dir = this.direction();
    });
  }

  /**
   * @param value an instant (ISO 8601), shown in the person's time zone, or a local date (`2026-03-12`), shown as it stands
   * @param style `long` 12 March 2026 · `short` 12 Mar 2026 · `weekday` Thursday, 12 March 2026
   */
  day(value: string, style: DayStyle = 'long'): string {
    return this.format(value, dayStyles[style]);
  }

  /** From one local date to another, in as few words as the language needs: 12–13 March 2026. The same day twice is that day. */
  days(from: string, to: string, style: DayStyle = 'long'): string {
    return new Intl.DateTimeFormat(this.tag(), { ...dayStyles[style], timeZone: 'UTC' }).formatRange(new Date(from), new Date(to));
  }

  /** Day and time: 12 March 2026 at 11:45. */
  moment(value: string): string {
    return this.format(value, { dateStyle: 'long', timeStyle: 'short' });
  }

  time(value: string): string {
    return this.format(value, { timeStyle: 'short' });
  }

  /** How far a day is from today, in whole days: in 14 days, tomorrow, 3 days ago. */
  fromToday(value: string, now: Date): string {
    return new Intl.RelativeTimeFormat(this.tag(), { numeric: 'auto' }).format(this.daysFromToday(value, now), 'day');
  }

  /** @returns whole days from today in the person's time zone; negative where the day has passed */
  daysFromToday(value: string, now: Date): number {
    return daysBetween(dayIn(this.timeZone(), now), localDate.test(value) ? value : dayIn(this.timeZone(), new Date(value)));
  }

  number(value: number, options: Intl.NumberFormatOptions = {}): string {
    return new Intl.NumberFormat(this.tag(), options).format(value);
  }

  /** A list as a sentence names it: a, b and c. */
  list(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
    return new Intl.ListFormat(this.tag(), { type }).format(items);
  }

  private format(value: string, options: Intl.DateTimeFormatOptions): string {
    const timeZone = localDate.test(value) ? 'UTC' : this.timeZone();
    return new Intl.DateTimeFormat(this.tag(), { ...options, timeZone }).format(new Date(value));
  }
}

export type DayStyle = 'long' | 'short' | 'weekday';

const dayStyles: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
};
