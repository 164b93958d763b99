import { ChangeDetectionStrategy, Component, input } from '@angular/core';

let sections = 0;

/**
 * A section under an ink rule: its name stands in the margin, its content in the column; on phones the margin becomes a line above. Put
 * more into the margin with the attribute `margin`: `<p margin>...</p>`.
 */
@Component({
  selector: 'ut-margin-section',
  template: `
    <section class="row" [attr.aria-labelledby]="id">
      <div class="head">
        @if (figure() !== null) {
          <span class="figure" [class.late-text]="tone() === 'late'" [class.attention-text]="tone() === 'attention'" aria-hidden="true">{{
            figure()
          }}</span>
        }
        <h2 [id]="id">
          {{ label() }}
          @if (figure() !== null) {
            <span class="vh"> ({{ figure() }})</span>
          }
        </h2>
        @if (note()) {
          <p>{{ note() }}</p>
        }
        <ng-content select="[margin]" />
      </div>
      <div class="column"><ng-content /></div>
    </section>
  `,
  styleUrl: './margin-section.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MarginSection {
  readonly label = input.required<string>();
  /** A second, quieter line below the label. */
  readonly note = input<string>('');
  /** A count that is the message: it stands large above the label on desks. */
  readonly figure = input<number | string | null>(null);
  readonly tone = input<'plain' | 'late' | 'attention'>('plain');

  protected readonly id = `ut-section-${(sections += 1)}`;
}
