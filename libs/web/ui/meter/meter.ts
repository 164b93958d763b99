import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** How far a counted work has come: 9 of 14. */
@Component({
  selector: 'ut-meter',
  template: '<i [style.inline-size.%]="share()"></i>',
  styles: `
    :host {
      display: block;
      block-size: 0.375rem;
      background: var(--line);
      border-radius: 1px;
      overflow: hidden;
    }
    i {
      display: block;
      block-size: 100%;
      background: var(--accent);
      transition: inline-size var(--motion-move) var(--motion-ease);
    }
  `,
  host: {
    role: 'progressbar',
    'aria-valuemin': '0',
    '[attr.aria-valuenow]': 'done()',
    '[attr.aria-valuemax]': 'of()',
    '[attr.aria-label]': 'label()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Meter {
  readonly done = input.required<number>();
  readonly of = input.required<number>();
  readonly label = input.required<string>();

  protected readonly share = computed(() => (this.of() > 0 ? (100 * this.done()) / this.of() : 0));
}
