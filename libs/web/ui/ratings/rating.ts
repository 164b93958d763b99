import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';

const levels = ['none', 'limited', 'substantial', 'complete'] as const;
export type RatingLevel = (typeof levels)[number] | 'not_verifiable';

/**
 * One rating: who rated, a word, four steps; not verifiable is a dashed scale. Put up to three side by side in `<div class="ratings">`;
 * none stands over another and nothing is averaged. The reasons are its content.
 */
@Component({
  selector: 'ut-rating',
  imports: [TranslocoPipe],
  template: `
    <h3>{{ by() }}</h3>
    <p class="word">{{ 'ui.rating.' + level() | transloco }}</p>
    <div class="scale" [class.dashed]="level() === 'not_verifiable'" aria-hidden="true">
      @for (step of steps; track step) {
        <i [class.on]="step < reached()"></i>
      }
    </div>
    <ng-content />
  `,
  styleUrl: './rating.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Rating {
  /** The body that rated: "The institution · Ministry of Defence". */
  readonly by = input.required<string>();
  readonly level = input.required<RatingLevel>();

  protected readonly steps = [0, 1, 2, 3];
  protected readonly reached = computed(() => levels.indexOf(this.level() as (typeof levels)[number]) + 1);
}
