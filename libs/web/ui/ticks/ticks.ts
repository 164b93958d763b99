import { ChangeDetectionStrategy, Component, input } from '@angular/core';

export type Tick = 'done' | 'here' | 'open';

/** One mark for each item, so that a place shows and not a percentage: done, saved here (striped), to come; the current one stands tall. */
@Component({
  selector: 'ut-ticks',
  template: `
    @for (tick of ticks(); track $index) {
      <i [class.done]="tick === 'done'" [class.here]="tick === 'here'" [class.now]="$index === now()"></i>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 2px;
      align-items: end;
      block-size: 0.75rem;
    }
    i {
      flex: 1;
      block-size: 0.375rem;
      background: var(--line);
    }
    .done {
      background: var(--accent);
    }
    .here {
      background: repeating-linear-gradient(0deg, var(--accent) 0 1px, transparent 1px 3px);
    }
    .now {
      block-size: 0.75rem;
      background: var(--ink);
    }
  `,
  host: { role: 'img', '[attr.aria-label]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Ticks {
  readonly ticks = input.required<readonly Tick[]>();
  /** Index of the current item. */
  readonly now = input<number | null>(null);
  /** What the marks say, in words: "7 of 30". */
  readonly label = input.required<string>();
}
