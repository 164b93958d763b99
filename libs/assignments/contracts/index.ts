import * as z from 'zod';
import { frequencies, urgencies } from '@uptake/assignments/domain';
import { Implementation, Part, Response, Verification } from '@uptake/recommendations/contracts';

export { frequencies, urgencies } from '@uptake/assignments/domain';
export const Frequency = z.enum(frequencies);
export type Frequency = z.infer<typeof Frequency>;

export const NewAssignment = z.object({
  institutionId: z.uuid(),
  part: Part,
  dueOn: z.iso.date().nullable().default(null),
  frequency: Frequency.default('once'),
});
export type NewAssignment = z.infer<typeof NewAssignment>;

/** `PATCH /assignments/:id`: a coordinator moves the date or part, an institution answers; each sends only what changes. */
export const AssignmentChange = z.object({
  part: Part.optional(),
  dueOn: z.iso.date().nullable().optional(),
  frequency: Frequency.optional(),
  response: Response.exclude(['awaiting']).optional(),
  responseReason: z.string().trim().max(2000).optional(),
});
export type AssignmentChange = z.infer<typeof AssignmentChange>;

export const VerificationChange = z.object({ verification: Verification, reason: z.string().trim().max(2000).default('') });
export type VerificationChange = z.infer<typeof VerificationChange>;

export const Assignment = z.object({
  id: z.uuid(),
  recommendationId: z.uuid(),
  institution: z.object({ id: z.uuid(), name: z.string(), parentName: z.string().nullable() }),
  part: Part,
  dueOn: z.string().nullable(),
  frequency: Frequency,
  response: Response,
  responseReason: z.string(),
  respondedAt: z.string().nullable(),
  implementation: Implementation,
  reportedAt: z.string().nullable(),
  verification: Verification,
  verificationReason: z.string(),
  verificationAt: z.string().nullable(),
  overdue: z.boolean(),
  noUpdateReceived: z.boolean(),
  revision: z.number(),
  may: z.object({ change: z.boolean(), respond: z.boolean(), report: z.boolean(), claim: z.boolean(), verify: z.boolean() }),
});
export type Assignment = z.infer<typeof Assignment>;
export const Assignments = z.object({ items: z.array(Assignment) });
export type Assignments = z.infer<typeof Assignments>;

/** `GET /assignments/mine`: what the institutions that I act for have to do, by urgency. */
export const Duty = Assignment.extend({
  recommendation: z.object({ id: z.uuid(), reference: z.string(), text: z.string(), sourceTitle: z.string() }),
  /** Why it asks for attention; duties are sorted by it. */
  urgency: z.enum(urgencies),
  daysLeft: z.number().nullable(),
});
export type Duty = z.infer<typeof Duty>;
export const Duties = z.object({ items: z.array(Duty) });
export type Duties = z.infer<typeof Duties>;

const asNamed = { as: z.literal('named'), dueOn: z.iso.date().nullable().default(null), frequency: Frequency.default('once') };

/** `POST /recommendations/assignments`: the bodies that the documents name get their parts, in chosen recommendations or a whole source. */
export const AssignAsNamed = z.union([
  z.object({ ...asNamed, recommendationIds: z.array(z.uuid()).min(1).max(1000) }),
  z.object({ ...asNamed, sourceId: z.uuid() }),
]);
export type AssignAsNamed = z.infer<typeof AssignAsNamed>;

/** What was left alone: `no_body_named`, `assigned_already`, `not_adopted`. */
export const AssignedAsNamed = z.object({
  recommendations: z.number(),
  assignments: z.number(),
  skipped: z.array(z.object({ recommendationId: z.uuid(), reference: z.string(), code: z.string() })),
});
export type AssignedAsNamed = z.infer<typeof AssignedAsNamed>;

/** `GET /sources/:id/named-assignments`: what assigning as named would do now. Each counts recommendations, but `bodies`. */
export const NamedAssignments = z.object({
  waiting: z.number(),
  bodies: z.number(),
  unnamed: z.number(),
  assigned: z.number(),
  may: z.object({ assign: z.boolean() }),
});
export type NamedAssignments = z.infer<typeof NamedAssignments>;
