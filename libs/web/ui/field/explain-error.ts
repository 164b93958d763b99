import type { StandardSchemaValidationError, ValidationError } from '@angular/forms/signals';

/** A key of the language files with its values, or a finished sentence. */
export type Explanation = { readonly key: string; readonly values: Record<string, unknown> } | { readonly sentence: string };

/** What zod tells about an issue, as far as a sentence needs it. */
interface Issue {
  readonly message: string;
  readonly code?: string;
  readonly format?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
}

/**
 * Says in plain words what to do about an error of a field. A rule's own message (`message` of a validator, or what the server answered)
 * is taken as it is; a zod issue becomes one of the sentences in `ui.field`.
 */
export function explainError(error: ValidationError.WithOptionalFieldTree): Explanation {
  if (!isSchemaError(error)) return error.message ? { sentence: error.message } : explanation('check');
  const issue: Issue = error.issue;
  switch (issue.code) {
    case 'too_small':
      return isEmpty(error) ? explanation('missing') : tooSmall(issue);
    case 'too_big':
      return explanation(issue.origin === 'string' ? 'tooLong' : 'tooMuch', { maximum: Number(issue.maximum) });
    case 'invalid_type':
    case 'invalid_union':
    case 'invalid_value':
      return explanation('missing');
    case 'invalid_format':
      return explanation(issue.format === 'email' || issue.format === 'url' ? issue.format : 'check');
    default:
      return { sentence: issue.message };
  }
}

/** Whoever left a field empty is asked to fill it in, not to count characters. */
function isEmpty({ fieldTree }: ValidationError.WithOptionalFieldTree): boolean {
  const value: unknown = fieldTree?.().value();
  return typeof value === 'string' && value.trim() === '';
}

function tooSmall({ origin, minimum }: Issue): Explanation {
  if (origin !== 'string' && origin !== 'array') return explanation('tooLittle', { minimum: Number(minimum) });
  return Number(minimum) > 1 ? explanation('tooShort', { minimum: Number(minimum) }) : explanation('missing');
}

function explanation(name: string, values: Record<string, unknown> = {}): Explanation {
  return { key: `ui.field.${name}`, values };
}

function isSchemaError(error: ValidationError): error is StandardSchemaValidationError {
  return error.kind === 'standardSchema' && 'issue' in error;
}
