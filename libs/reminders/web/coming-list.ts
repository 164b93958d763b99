import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ComingReminder } from '@uptake/reminders/contracts';
import { DayPipe, TranslocoPipe } from '@uptake/web/i18n';
import { DueDate } from '@uptake/web/ui';
import { ReminderRule } from './reminder-words';

const AT_FIRST = 20;

/** What goes out next, day by day. */
@Component({
  selector: 'ut-coming-list',
  imports: [DayPipe, DueDate, ReminderRule, RouterLink, TranslocoPipe],
  templateUrl: './coming-list.html',
  styleUrl: './reminder-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComingList {
  readonly reminders = input.required<readonly ComingReminder[]>();

  protected readonly all = signal(false);
  protected readonly shown = computed(() => (this.all() ? this.reminders() : this.reminders().slice(0, AT_FIRST)));
}
