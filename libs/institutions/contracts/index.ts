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

const fields = {
  name: z.string().trim().min(2, 'Write the name of the institution.').max(200),
  kind: InstitutionKind,
  parentId: z.uuid().nullable(),
  aliases: z.array(z.string().trim().min(1).max(200)).max(30),
  description: z.string().max(10_000),
  activities: z.string().max(10_000),
  commitments: z.array(Commitment).max(50),
  investments: z.array(z.string().max(100)).max(20),
  countries: z.array(z.string().max(2000)).max(100),
  website: z.url({ protocol: /^https?$/, error: 'Write an address that begins with https://.' }).nullable(),
  language: Language,
  timeZone: TimeZone,
};
export const NewInstitution = z.object({
  ...fields,
  parentId: fields.parentId.default(null),
  aliases: fields.aliases.default([]),
  description: fields.description.default(''),
  activities: fields.activities.default(''),
  commitments: fields.commitments.default([]),
  investments: fields.investments.default([]),
  countries: fields.countries.default([]),
  website: fields.website.default(null),
  language: Language.default('en'),
  timeZone: TimeZone.default('UTC'),
});
export type NewInstitution = z.infer<typeof NewInstitution>;
/** Only what is to change. Not made from `NewInstitution`, whose defaults would empty the fields that are left out. */
export const InstitutionChange = z.object(fields).partial();
export type InstitutionChange = z.infer<typeof InstitutionChange>;

/** The institution's record in public sources, in figures: each counts recommendations, none is added to another. */
export const InstitutionRecord = z.object({
  assigned: z.number(),
  leading: z.number(),
  /** Updates that fall due within 30 days. */
  due: z.number(),
  overdue: z.number(),
  implemented: z.number(),
  verified: z.number(),
});
export type InstitutionRecord = z.infer<typeof InstitutionRecord>;

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
  ...fields,
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
