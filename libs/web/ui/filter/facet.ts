import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { NumberPipe } from '@uptake/web/i18n';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** One filter of a list: its options with how many there are of each. Chosen values belong in the address of the page. */
@Component({
  selector: 'ut-facet',
  imports: [NumberPipe],
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      @for (option of options(); track option.value) {
        <label>
          <input class="box" type="checkbox" [checked]="chosen().includes(option.value)" (change)="toggle(option.value)" />
          <span>{{ option.label }}</span>
          <span class="count">{{ option.count | utNumber }}</span>
        </label>
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

  protected toggle(value: string): void {
    this.chosen.update((chosen) => (chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]));
  }
}
