import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Nothing here: one sentence that says so, and one action as content. */
@Component({
  selector: 'ut-empty-state',
  template: '<p>{{ sentence() }}</p><ng-content />',
  styles: `
    :host {
      display: block;
      padding-block: var(--space-6) var(--space-10);
      max-inline-size: 32rem;
    }
    p {
      font: var(--type-title-3);
      margin-block-end: var(--space-4);
      text-wrap: pretty;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyState {
  readonly sentence = input.required<string>();
}
