import { Pipe, type PipeTransform, inject } from '@angular/core';
import { daysOfRule } from '@uptake/reminders/domain';
import { Languages } from '@uptake/web/i18n';

/** `{{ 'before-7' | utReminderRule }}`: 7 days before. Impure, because it follows the language. */
@Pipe({ name: 'utReminderRule', pure: false })
export class ReminderRule implements PipeTransform {
  private readonly languages = inject(Languages);

  transform(rule: string): string {
    const days = daysOfRule(rule);
    const when = days < 0 ? 'before' : days > 0 ? 'after' : 'onDay';
    return this.languages.say(`reminders.rule.${when}`, { days: Math.abs(days) });
  }
}
