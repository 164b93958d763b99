import * as z from 'zod';

/** `workshop:<id>`, `source:<id>`, `institution:<id>`, `recommendation:<id>`, `account:<id>` (one's own) or `public`. */
export const Stream = z.union([
  z.literal('public'),
  z.string().regex(/^(workshop|source|institution|recommendation|account):[0-9a-f-]{36}$/, 'is not a stream'),
]);
export type Stream = z.infer<typeof Stream>;

/** Opaque to clients: the place in the log after which they have seen nothing. */
export const Cursor = z.string().regex(/^\d{1,20}\.\d{1,20}$/, 'is not a cursor');
export type Cursor = z.infer<typeof Cursor>;

/** One fact, as it is read by HTTP and pushed by socket. */
export const Fact = z.object({
  cursor: Cursor,
  streams: z.array(z.string()),
  type: z.string(),
  at: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});
export type Fact = z.infer<typeof Fact>;

export const ActivityQuery = z.object({
  stream: Stream,
  after: Cursor.optional(),
  /** Newest first, for a timeline; otherwise oldest first, for catching up. */
  order: z.enum(['oldest', 'newest']).default('oldest'),
  limit: z.coerce.number().int().min(1).max(100).default(100),
});
export type ActivityQuery = z.infer<typeof ActivityQuery>;

export const ActivityPage = z.object({ items: z.array(Fact), cursor: Cursor, more: z.boolean() });
export type ActivityPage = z.infer<typeof ActivityPage>;
