import { Clock } from '@uptake/platform/config';

/** A clock that a test sets. */
export class SetClock extends Clock {
  constructor(private instant: string) {
    super();
  }

  set(instant: string): void {
    this.instant = instant;
  }

  override now(): Date {
    return new Date(this.instant);
  }
}
