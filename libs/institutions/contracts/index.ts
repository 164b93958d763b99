import * as z from 'zod';
import { Language, TimeZone } from '@uptake/people/contracts';

export const institutionKinds = [
  'ministry',
  'police',
  'armed_forces',
  'agency',
  'parliament',
  'un_body',
  'civil_society',
  'academia',
  'other',
] as const;
export const InstitutionKind = z.enum(institutionKinds);
export type InstitutionKind = z.infer<typeof InstitutionKind>;

/** An outcome that an institution commits to, with its comment; sub-outcomes nest once. */
export const Commitment = z.object({
  code: z.string().max(20),
  title: z.string().max(1000),
  comment: z.string().max(10_000).default(''),
  sub: z
    .array(z.object({ code: z.string().max(20), title: z.string().max(1000), comment: z.string().max(10_000).default('') }))
    .max(50)
    .default([]),
});
export type Commitment = z.infer<typeof Commitment>;

const profile = {
  name: z.string().trim().min(2, 'Write the name of the institution.').max(200),
  kind: InstitutionKind,
  parentId: z.uuid().nullable().default(null),
  aliases: z.array(z.string().trim().min(1).max(200)).max(30).default([]),
  description: z.string().max(10_000).default(''),
  activities: z.string().max(10_000).default(''),
  commitments: z.array(Commitment).max(50).default([]),
  investments: z.array(z.string().max(100)).max(20).default([]),
  countries: z.array(z.string().max(2000)).max(100).default([]),
  website: z.url().nullable().default(null),
  language: Language.default('en'),
  timeZone: TimeZone.default('UTC'),
};
export const NewInstitution = z.object(profile);
export type NewInstitution = z.infer<typeof NewInstitution>;
export const InstitutionChange = NewInstitution.partial();
export type InstitutionChange = z.infer<typeof InstitutionChange>;

/** The institution's record in figures: each counts recommendations, none is added to another. */
export const InstitutionRecord = z.object({
  assigned: z.number(),
  leading: z.number(),
  due: z.number(),
  overdue: z.number(),
  implemented: z.number(),
  verified: z.number(),
});

export const InstitutionRow = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: InstitutionKind,
  parentId: z.uuid().nullable(),
  parentName: z.string().nullable(),
  record: InstitutionRecord,
});
export type InstitutionRow = z.infer<typeof InstitutionRow>;

export const InstitutionQuery = z.object({
  q: z.string().max(200).optional(),
  kind: InstitutionKind.optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const InstitutionPage = z.object({
  items: z.array(InstitutionRow),
  cursor: z.string().nullable(),
  total: z.number(),
  facets: z.object({ kind: z.record(z.string(), z.number()) }),
});
export type InstitutionPage = z.infer<typeof InstitutionPage>;

export const Institution = z.object({
  ...profile,
  id: z.uuid(),
  revision: z.number(),
  parentName: z.string().nullable(),
  children: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** People who act for it; only for those who may see them. */
  focalPoints: z.array(z.object({ accountId: z.uuid(), name: z.string(), role: z.enum(['focal_point', 'deputy', 'approver']) })),
  record: InstitutionRecord,
  may: z.object({ edit: z.boolean() }),
});
export type Institution = z.infer<typeof Institution>;
