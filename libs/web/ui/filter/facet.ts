import { ChangeDetectionStrategy, Component, computed, input, model, signal } from '@angular/core';
import { NumberPipe, TranslocoPipe } from '@uptake/web/i18n';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** One filter of a list: its options with how many there are of each. Chosen values belong in the address of the page. */
@Component({
  selector: 'ut-facet',
  imports: [NumberPipe, TranslocoPipe],
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      @for (option of shown(); track option.value) {
        <label>
          <input class="box" type="checkbox" [checked]="chosen().includes(option.value)" (change)="toggle(option.value)" />
          <span>{{ option.label }}</span>
          <span class="count">{{ option.count | utNumber }}</span>
        </label>
      }
      @if (shown().length < options().length) {
        <button type="button" class="btn bare small" (click)="all.set(true)">
          {{ 'ui.filter.all' | transloco: { count: options().length } }}
        </button>
      }
    </fieldset>
  `,
  styleUrl: './facet.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Facet {
  readonly label = input.required<string>();
  readonly options = input.required<readonly FacetOption[]>();
  readonly chosen = model<readonly string[]>([]);
  /** How many options stand there before somebody asks for all; chosen ones always do. */
  readonly most = input(12);

  protected readonly all = signal(false);
  protected readonly shown = computed(() =>
    this.all() || this.options().length <= this.most() + 1
      ? this.options()
      : this.options().filter(({ value }, index) => index < this.most() || this.chosen().includes(value)),
  );

  protected toggle(value: string): void {
    this.chosen.update((chosen) => (chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]));
  }
}
