import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Icon } from '../icon/icon';

export type SyncState = 'here' | 'sent' | 'refused';

/** Beside what it is about: saved on this device, sent, or refused with the reason as content. It carries no time (Chatham House). */
@Component({
  selector: 'ut-sync-mark',
  imports: [Icon, TranslocoPipe],
  template: `
    @switch (state()) {
      @case ('here') {
        <ut-icon name="save" [size]="16" />{{ 'ui.sync.here' | transloco }}
      }
      @case ('sent') {
        <ut-icon name="cloud_done" [size]="16" />{{ 'ui.sync.sent' | transloco }}
      }
      @case ('refused') {
        <ut-icon name="error" [size]="16" />{{ reason() }}
      }
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      font: var(--type-caption);
      color: var(--ink-muted);
    }
    :host([data-state='here']) {
      color: var(--status-attention-fg);
    }
    :host([data-state='refused']) {
      color: var(--status-late-fg);
    }
  `,
  host: { role: 'status', '[attr.data-state]': 'state()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SyncMark {
  readonly state = input.required<SyncState>();
  /** A sentence, where it was refused: "Not counted: the ballot closed at 11:45." */
  readonly reason = input<string>('');
}
