import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Icon } from '../icon/icon';

/** A filter that is on; pressing it takes it off. */
@Component({
  selector: 'ut-filter-chip',
  imports: [Icon, TranslocoPipe],
  template: `
    <button type="button" (click)="remove.emit()">
      {{ label() }}<ut-icon name="close" [size]="16" /><span class="vh">{{ 'ui.filter.remove' | transloco }}</span>
    </button>
  `,
  styles: `
    button {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
      min-block-size: 2rem;
      padding-inline: var(--space-3) var(--space-2);
      border: 0;
      border-radius: var(--radius-2);
      background: var(--accent-tint);
      color: var(--accent-tint-ink);
      font: var(--type-body-s);
      white-space: nowrap;
      cursor: pointer;
    }
    button:hover {
      text-decoration: line-through;
    }
    @media (max-width: 899px) {
      button {
        min-block-size: var(--target);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterChip {
  readonly label = input.required<string>();
  readonly remove = output<void>();
}
