import * as z from 'zod';

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  language: z.string(),
  timeZone: z.string(),
  revision: z.number().optional(),
});
export const membershipSchema = z.object({
  role: z.string(),
  scope: z.enum(['system', 'source', 'workshop', 'institution']),
  scopeId: z.string().nullable(),
  scopeName: z.string().nullable(),
});
export const sessionSchema = z.object({ person: personSchema.nullable(), memberships: z.array(membershipSchema) });

export type Person = z.infer<typeof personSchema>;
export type Membership = z.infer<typeof membershipSchema>;
export type SessionAnswer = z.infer<typeof sessionSchema>;
