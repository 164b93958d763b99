import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Network } from '@uptake/web/live';
import { Icon } from '@uptake/web/ui';

/** One quiet line while there is no network. */
@Component({
  selector: 'ut-network-notice',
  imports: [Icon, TranslocoPipe],
  template: `
    <div role="status">
      @if (!network.online()) {
        <p><ut-icon name="cloud_off" [size]="16" />{{ 'shell.offline' | transloco }}</p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      padding-block: var(--space-2);
      padding-inline: var(--page-inset);
      font: var(--type-body-s);
      background: var(--status-attention-bg);
      color: var(--status-attention-fg);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NetworkNotice {
  protected readonly network = inject(Network);
}
