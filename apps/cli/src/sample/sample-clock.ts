import { Clock } from '@uptake/platform/config';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Shows the day on which the sample's history happened; a minute passes with every step, and never does it run past the present. */
export class SampleClock extends Clock {
  private readonly present = super.now().getTime();
  private instant = this.present;

  override now(): Date {
    return new Date(this.instant);
  }

  /** @param day 0 is today, negative is past */
  turnTo(day: number): void {
    const morning = Math.floor(this.present / DAY) * DAY + day * DAY + 9 * 60 * MINUTE;
    this.instant = Math.min(this.present, Math.max(morning, this.isSameDay(morning) ? this.instant + MINUTE : morning));
  }

  /** The calendar day so many days from today. */
  dayFromToday(days: number): string {
    return new Date(this.present + days * DAY).toISOString().slice(0, 10);
  }

  private isSameDay(other: number): boolean {
    return Math.floor(this.instant / DAY) === Math.floor(other / DAY);
  }
}
