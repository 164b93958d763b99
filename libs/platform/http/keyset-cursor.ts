import { Problem } from './problem';

/** The last row of a page as an opaque word, for asking for the rows after it. */
export const encodeCursor = (keys: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/**
 * @param count how many keys the list sorts by
 * @throws 400 when the word was not made by `encodeCursor` for this list
 */
export function decodeCursor(cursor: string | undefined, count: number): (string | number | null)[] | undefined {
  if (cursor === undefined) return undefined;
  let keys: unknown;
  try {
    keys = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new Problem(400, 'bad_request');
  }
  if (!Array.isArray(keys) || keys.length !== count || !keys.every(isKey)) throw new Problem(400, 'bad_request');
  return keys;
}

const isKey = (key: unknown): key is string | number | null => key === null || typeof key === 'string' || typeof key === 'number';
