/** Closes a switch: does not compile while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}
