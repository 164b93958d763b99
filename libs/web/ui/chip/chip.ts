import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-names';

export type Tint = 'neutral' | 'progress' | 'near' | 'done' | 'attention' | 'late';

/** A status: icon, word and tint. Plain (no ground) in dense tables and in the axes. Never a button. */
@Component({
  selector: 'ut-chip',
  imports: [Icon],
  template: '<ut-icon [name]="icon()" [size]="16" /><ng-content />',
  styleUrl: './chip.scss',
  host: { '[attr.data-tint]': 'tint()', '[class.plain]': 'plain()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Chip {
  readonly icon = input.required<IconName>();
  readonly tint = input<Tint>('neutral');
  readonly plain = input(false, { transform: booleanAttribute });
}
