import type { ValidationError } from '@angular/forms/signals';

/** What a label, a help text and an error need to know of a field; every field of a signal form fits: `[of]="form.email"`. */
export type FieldFacts = () => {
  readonly touched: () => boolean;
  readonly errors: () => readonly ValidationError[];
};
