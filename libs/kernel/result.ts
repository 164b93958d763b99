/** What a rule answers: a value, or a refusal with a stable code. Rules never throw. */
export type Result<Value, Code extends string = string> = Accepted<Value> | Refused<Code>;

export interface Accepted<Value> {
  refused: false;
  value: Value;
}

export interface Refused<Code extends string = string> {
  refused: true;
  code: Code;
  /** What the sentence for `code` needs, e.g. the time at which a ballot closed. */
  params?: Record<string, string | number>;
}

export const accept = <Value>(value: Value): Accepted<Value> => ({ refused: false, value });

export const refuse = <Code extends string>(code: Code, params?: Record<string, string | number>): Refused<Code> =>
  params ? { refused: true, code, params } : { refused: true, code };
