import * as z from 'zod';
import { Problem } from '@uptake/platform/http';

/** Where a page ended: the sort keys of its last row, in the order in which rows are compared. */
const Keys = z.tuple([z.number(), z.number(), z.string(), z.uuid(), z.number(), z.uuid()]);
export type ListKeys = z.infer<typeof Keys>;

/** @throws a 400 where the cursor is none of ours, or belongs to another order */
export function readListCursor(cursor: string, sort: string): ListKeys {
  try {
    const [madeFor, ...keys] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, ...unknown[]];
    if (madeFor === sort) return Keys.parse(keys);
  } catch {
    // Told below: whatever is wrong with it, the answer is the same.
  }
  throw new Problem(400, 'bad_request');
}
