import type { Refused } from '@uptake/kernel';

export interface FieldFault {
  path: string;
  message: string;
}

interface More {
  /** What the sentence needs. */
  params?: Record<string, string | number>;
  errors?: FieldFault[];
  /** The state as it now is, where a stale one was refused. */
  current?: unknown;
}

/** The one error format, RFC 9457: a stable code, a sentence for a person, the fields concerned. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly more: More = {},
  ) {
    super(code);
  }
}

/** Nothing is here, or nothing that this person may know of: the answer is the same. */
export const notFound = () => new Problem(404, 'not_found');
export const forbidden = (code = 'forbidden') => new Problem(403, code);
export const signInFirst = () => new Problem(401, 'sign_in_first');
export const stale = (current: unknown) => new Problem(412, 'stale', { current });
export const invalid = (errors: FieldFault[]) => new Problem(422, 'invalid', { errors });

/** A refusal by a rule, as a problem: 409, because the state of things forbids it. */
export const refusal = ({ code, params }: Refused, status = 409) => new Problem(status, code, params ? { params } : {});
