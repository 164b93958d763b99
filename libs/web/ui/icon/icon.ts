import { ChangeDetectionStrategy, Component, booleanAttribute, computed, inject, input } from '@angular/core';
import type { IconName } from './icon-names';
import { IconSprite } from './icon-sprite';

/** An icon beside its word; never alone, so it is hidden from screen readers. 20 px, or 16 in chips and 24 in vote buttons. */
@Component({
  selector: 'ut-icon',
  template: '<svg aria-hidden="true" focusable="false"><use [attr.href]="reference()" /></svg>',
  styleUrl: './icon.scss',
  host: { '[style.--size.px]': 'size()', '[class.directed]': 'directed()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  private readonly sprite = inject(IconSprite);

  readonly name = input.required<IconName>();
  readonly size = input<16 | 20 | 24>(20);
  /** Arrows and lists only: mirrored where the language runs from right to left. */
  readonly directed = input(false, { transform: booleanAttribute });

  protected readonly reference = computed(() => this.sprite.address(this.name()));
}
