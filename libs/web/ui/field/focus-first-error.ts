import type { FieldTree } from '@angular/forms/signals';

/** For every form: `submission: { action, onInvalid: focusFirstError }`. Who pressed the button lands where something is to be mended. */
export function focusFirstError(form: FieldTree<unknown>): void {
  form().errorSummary()[0]?.fieldTree().focusBoundControl();
}
