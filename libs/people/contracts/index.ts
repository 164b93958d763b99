import * as z from 'zod';
import { isTimeZone } from '@uptake/kernel';
import { type Role, rolesOf, type Scope } from '@uptake/people/domain';

export const Email = z.email('Write an address such as name@ministry.example.').max(254);
export const Language = z.enum(['en', 'fr', 'nl', 'es', 'ar']);
export const TimeZone = z.string().max(64).refine(isTimeZone, 'Choose a time zone, such as Europe/Brussels.');

export const SignInLinkRequest = z.object({ email: Email });
export type SignInLinkRequest = z.infer<typeof SignInLinkRequest>;

export const SignInToken = z.string().min(20).max(100);
export const SignIn = z.union([
  z.object({ token: SignInToken }),
  z.object({ email: Email, code: z.string().regex(/^\d{6}$/, 'Six figures.') }),
]);
export type SignIn = z.infer<typeof SignIn>;

export const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  language: Language,
  timeZone: z.string(),
  revision: z.number(),
});
export type Person = z.infer<typeof Person>;

const scopes = Object.keys(rolesOf) as [Scope, ...Scope[]];
const roles = Object.values(rolesOf).flat() as [Role, ...Role[]];
export const Membership = z.object({
  role: z.enum(roles),
  scope: z.enum(scopes),
  scopeId: z.uuid().nullable(),
  scopeName: z.string().nullable(),
});
export type Membership = z.infer<typeof Membership>;

/** Who is signed in on this device. `person` is null for nobody and for a guest, who has an account id and roles all the same. */
export const Session = z.object({ accountId: z.uuid().nullable(), person: Person.nullable(), memberships: z.array(Membership) });
export type Session = z.infer<typeof Session>;

export const OpenSession = z.object({
  id: z.uuid(),
  device: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  current: z.boolean(),
});
export const OpenSessions = z.object({ items: z.array(OpenSession) });
export type OpenSessions = z.infer<typeof OpenSessions>;

export const ProfileChange = z.object({
  name: z.string().trim().min(1, 'Write the name that others should see.').max(120).optional(),
  language: Language.optional(),
  timeZone: TimeZone.optional(),
});
export type ProfileChange = z.infer<typeof ProfileChange>;

/** The job makes the link itself, so that no secret waits in a queue; it is put off for unknown addresses too, so that both take equally long. */
export const SendSignInMail = { name: 'people.send-sign-in-mail', schema: z.object({ email: Email }) };
