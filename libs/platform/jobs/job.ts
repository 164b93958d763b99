import type * as z from 'zod';

/** A kind of job, defined in the contracts of its slice: a name `<slice>.<verb>` and the schema of what it is given. */
export interface Job<Payload extends object = object> {
  name: string;
  schema: z.ZodType<Payload>;
}
