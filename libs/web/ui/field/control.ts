import { Directive, inject } from '@angular/core';
import { LabelledField } from './labelled-field';

/** Binds a native control to the label, help and error of the `ut-field` around it. */
@Directive({
  selector: 'input[utControl], textarea[utControl], select[utControl]',
  host: {
    class: 'control',
    '[id]': 'field.id',
    '[attr.aria-invalid]': 'field.error() ? true : null',
    '[attr.aria-describedby]': 'field.described()',
  },
})
export class Control {
  protected readonly field = inject(LabelledField);
}
