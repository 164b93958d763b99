import { ChangeDetectionStrategy, Component, ElementRef, inject, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { Tint } from '../chip/chip';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-names';

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
  readonly tint?: Tint;
  /** A few words beside the label: "as last reported". */
  readonly aside?: string;
  /** What choosing it means. */
  readonly meaning?: string;
}

let lists = 0;

/** One of a few, each with what it means: native radio buttons, so that arrow keys move and one Tab passes by. */
@Component({
  selector: 'ut-choice-list',
  imports: [Icon],
  template: `
    <fieldset>
      <legend class="vh">{{ label() }}</legend>
      @for (choice of choices(); track choice.value) {
        <label [class.chosen]="choice.value === value()">
          <input
            type="radio"
            [name]="group"
            [value]="choice.value"
            [checked]="choice.value === value()"
            (change)="value.set(choice.value)"
            (blur)="touch.emit()"
          />
          @if (choice.icon; as icon) {
            <ut-icon [name]="icon" [attr.data-tint]="choice.tint" />
          }
          <span>
            <b>{{ choice.label }}</b>
            @if (choice.aside) {
              <span class="aside">{{ choice.aside }}</span>
            }
            @if (choice.meaning) {
              <small>{{ choice.meaning }}</small>
            }
          </span>
        </label>
      }
    </fieldset>
  `,
  styleUrl: './choice-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoiceList<Value extends string = string> implements FormValueControl<Value> {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);

  /** Names the whole list for screen readers; on screen its section or dialog does. */
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice<Value>[]>();
  readonly value = model.required<Value>();
  readonly touch = output<void>();

  protected readonly group = `ut-choices-${(lists += 1)}`;

  focus(options?: FocusOptions): void {
    this.element.nativeElement.querySelector<HTMLInputElement>('input:checked, input')?.focus(options);
  }
}
