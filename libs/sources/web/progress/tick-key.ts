import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';
import { listStatusKey } from '@uptake/web/ui';
import { StatusTicks } from './status-ticks';

/** What each tick means. */
@Component({
  selector: 'ut-tick-key',
  imports: [StatusTicks, TranslocoPipe],
  template: `
    @for (status of shown; track status) {
      <span><ut-status-ticks aria-hidden="true" [statuses]="[status]" />{{ key(status) | transloco }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-6);
      font: var(--type-caption);
      color: var(--ink-muted);
    }
    span {
      display: inline-flex;
      gap: var(--space-2);
      align-items: flex-end;
    }
    ut-status-ticks {
      padding-block-end: 0.125rem;
    }
    span:last-child ut-status-ticks {
      padding-block-end: 0.75rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TickKey {
  protected readonly shown = [
    'verified',
    'implemented',
    'substantially_implemented',
    'in_progress',
    'not_started',
    'no_update_received',
    'overdue',
  ] as const;
  protected readonly key = listStatusKey;
}
