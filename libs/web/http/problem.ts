import { HttpErrorResponse } from '@angular/common/http';

/** One field of a request that was refused, with a sentence for a person. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** What the server says about a problem (RFC 9457), with our stable code and the fields concerned. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  /** What the sentence needs, for whoever words it anew. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** The state as it now is, where a stale one was refused (412). */
  readonly current?: unknown;
}

/**
 * A request that failed. `status` is 0 and `code` is `unreachable` where no answer came at all; `code` is `unreadable` where the answer
 * was no problem document, or did not have the shape that was agreed.
 */
export class Problem extends Error implements ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldProblem[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly current: unknown;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title);
    this.name = 'Problem';
    this.type = body.type;
    this.title = body.title;
    this.status = body.status;
    this.code = body.code;
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.params = body.params ?? {};
    this.current = body.current;
  }

  /** @param error whatever was thrown; a Problem comes back as it is */
  static from(error: unknown): Problem {
    if (error instanceof Problem) return error;
    if (!(error instanceof HttpErrorResponse)) return new Problem(unreadable(error instanceof Error ? error.message : String(error), 0));
    if (error.status === 0) return new Problem({ type: 'about:blank', title: 'No answer', status: 0, code: 'unreachable' });
    return new Problem(isProblemBody(error.error) ? error.error : unreadable(error.message, error.status));
  }
}

function unreadable(title: string, status: number): ProblemBody {
  return { type: 'about:blank', title, status, code: 'unreadable' };
}

function isProblemBody(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' && 'title' in body;
}
