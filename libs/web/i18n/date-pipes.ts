import { Pipe, type PipeTransform, inject } from '@angular/core';
import { type DayStyle, Locale } from './locale';

/** `{{ due | utDay }}`: 12 March 2026. Impure, because it follows the language and the time zone too. */
@Pipe({ name: 'utDay', pure: false })
export class DayPipe implements PipeTransform {
  private readonly locale = inject(Locale);

  transform(value: string | null | undefined, style: DayStyle = 'long'): string {
    return value ? this.locale.day(value, style) : '';
  }
}

/** `{{ startsOn | utDays: endsOn }}`: 12–13 March 2026. */
@Pipe({ name: 'utDays', pure: false })
export class DaysPipe implements PipeTransform {
  private readonly locale = inject(Locale);

  transform(from: string, to: string, style: DayStyle = 'long'): string {
    return this.locale.days(from, to, style);
  }
}

/** `{{ at | utMoment }}`: 12 March 2026 at 11:45. */
@Pipe({ name: 'utMoment', pure: false })
export class MomentPipe implements PipeTransform {
  private readonly locale = inject(Locale);

  transform(value: string | null | undefined): string {
    return value ? this.locale.moment(value) : '';
  }
}

/** `{{ closes | utTime }}`: 11:45. */
@Pipe({ name: 'utTime', pure: false })
export class TimePipe implements PipeTransform {
  private readonly locale = inject(Locale);

  transform(value: string | null | undefined): string {
    return value ? this.locale.time(value) : '';
  }
}

/** `{{ count | utNumber }}`: 1,204 in English, 1 204 in French. */
@Pipe({ name: 'utNumber', pure: false })
export class NumberPipe implements PipeTransform {
  private readonly locale = inject(Locale);

  transform(value: number | null | undefined, options?: Intl.NumberFormatOptions): string {
    return value === null || value === undefined ? '' : this.locale.number(value, options);
  }
}
