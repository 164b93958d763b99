import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LedgerEntry } from '@uptake/reminders/contracts';
import { DayPipe, TimePipe, TranslocoPipe } from '@uptake/web/i18n';
import { Chip, type IconName, type Tint } from '@uptake/web/ui';
import { ReminderRule } from './reminder-words';

/** What went out, what did not and why. */
@Component({
  selector: 'ut-reminder-log',
  imports: [Chip, DayPipe, ReminderRule, RouterLink, TimePipe, TranslocoPipe],
  templateUrl: './reminder-log.html',
  styleUrl: './reminder-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReminderLog {
  readonly entries = input.required<readonly LedgerEntry[]>();

  protected readonly looks: Record<LedgerEntry['outcome'], { icon: IconName; tint: Tint }> = {
    sent: { icon: 'check_circle', tint: 'done' },
    queued: { icon: 'pending', tint: 'progress' },
    skipped: { icon: 'remove', tint: 'neutral' },
    failed: { icon: 'error', tint: 'late' },
  };
}
