import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, model, output, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { LabelledField } from '../field/labelled-field';

/**
 * A short code: one input drawn as cells, so that pasting, autofill and screen readers work as in any field. Spaces, dashes and small
 * letters are forgiven. Stands in a `ut-field`, which names it.
 */
@Component({
  selector: 'ut-code-field',
  template: `
    <input
      #control
      class="typed"
      autocomplete="one-time-code"
      autocapitalize="characters"
      spellcheck="false"
      [id]="field.id"
      [attr.aria-invalid]="field.error() ? true : null"
      [attr.aria-describedby]="field.described()"
      [attr.inputmode]="digits() ? 'numeric' : 'text'"
      [value]="value()"
      (input)="type(control)"
      (blur)="touch.emit()"
    />
    <span class="cells" aria-hidden="true">
      @for (cell of cells(); track $index) {
        @if ($index === length() / 2) {
          <i class="gap">–</i>
        }
        <i [class.next]="$index === value().length">{{ cell }}</i>
      }
    </span>
  `,
  styleUrl: './code-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodeField implements FormValueControl<string> {
  protected readonly field = inject(LabelledField);
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  readonly value = model('');
  readonly length = input(6);
  /** Digits alone: phones then show their number pad. */
  readonly digits = input(false);
  readonly touch = output<void>();

  protected readonly cells = computed(() => Array.from({ length: this.length() }, (_, place) => this.value()[place] ?? ''));

  focus(options?: FocusOptions): void {
    this.control().nativeElement.focus(options);
  }

  protected type(control: HTMLInputElement): void {
    const unwanted = this.digits() ? /\D/g : /[^\p{L}\p{N}]/gu;
    const code = control.value.toLocaleUpperCase('en').replace(unwanted, '').slice(0, this.length());
    control.value = code;
    this.value.set(code);
  }
}
