import type { FieldTree, ValidationError } from '@angular/forms/signals';
import type { Problem } from '@uptake/web/http';

/**
 * Puts the server's refusals where they belong: returned from the action of a form's submission, each stands at its field.
 * @param fields the form's fields by the path that the API calls them
 * @returns undefined where no field was named; show the problem in a `<ut-problem-notice>` then
 */
export function refusedFields(
  problem: Problem,
  fields: Readonly<Record<string, FieldTree<unknown>>>,
): ValidationError.WithOptionalFieldTree[] | undefined {
  const refused = problem.errors.flatMap(({ path, message }) => {
    const fieldTree = fields[path];
    return fieldTree ? [{ kind: 'refused', message, fieldTree }] : [];
  });
  return refused.length > 0 ? refused : undefined;
}
