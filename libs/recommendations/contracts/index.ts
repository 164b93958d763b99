import * as z from 'zod';
import { implementation, lifecycle, parts, response, verification } from '@uptake/recommendations/domain';

const states = <State extends string>(table: { states: readonly State[] }) => z.enum(table.states as [State, ...State[]]);
export const Lifecycle = states(lifecycle);
export const Response = states(response);
export const Implementation = states(implementation);
export const Verification = states(verification);
export const Part = z.enum(parts);

export const Counts = z.object({ agree: z.number(), disagree: z.number(), pass: z.number() });
export type Counts = z.infer<typeof Counts>;

const many = (one: z.ZodType<string>) =>
  z
    .union([one, z.array(one)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional();

/** `GET /recommendations`. `topic`, `status`, `institution` and `source` may be repeated: any of them fits. */
export const RecommendationQuery = z.object({
  q: z.string().trim().max(200).optional(),
  source: many(z.uuid()),
  topic: many(z.string().max(100)),
  status: many(z.string().max(40)),
  institution: many(z.uuid()),
  /** A leading minus means descending. */
  sort: z.enum(['reference', '-votes', 'due', '-due', '-changed']).default('reference'),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type RecommendationQuery = z.infer<typeof RecommendationQuery>;

export const RecommendationRow = z.object({
  id: z.uuid(),
  reference: z.string(),
  code: z.string().nullable(),
  text: z.string(),
  source: z.object({ id: z.uuid(), title: z.string(), kind: z.enum(['workshop', 'plan']) }),
  section: z.string().nullable(),
  topics: z.array(z.string()),
  lifecycle: Lifecycle,
  /** Closed ballots, and open ones whose tally may be seen; null: none yet, or hidden. */
  votes: Counts.nullable(),
  lead: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  supporting: z.number(),
  /** See ListStatus in the domain. */
  status: z.string(),
  dueOn: z.string().nullable(),
});
export type RecommendationRow = z.infer<typeof RecommendationRow>;

const Facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number() }));
export const RecommendationPage = z.object({
  items: z.array(RecommendationRow),
  cursor: z.string().nullable(),
  total: z.number(),
  /** Each facet is counted as if nothing of itself were chosen. */
  facets: z.object({ status: Facet, topic: Facet, institution: Facet, source: Facet }),
});
export type RecommendationPage = z.infer<typeof RecommendationPage>;

/** `GET /recommendations/:id`: its own record. Assignments, votes and updates have their own addresses. */
export const Recommendation = z.object({
  id: z.uuid(),
  reference: z.string(),
  code: z.string().nullable(),
  text: z.string(),
  originalText: z.string(),
  edits: z.array(z.object({ before: z.string(), after: z.string(), reason: z.string(), at: z.string() })),
  lifecycle: Lifecycle,
  decidedAt: z.string().nullable(),
  /** Outermost first, e.g. objective, goal. */
  sections: z.array(z.object({ level: z.string(), code: z.string().nullable(), title: z.string() })),
  source: z.object({
    id: z.uuid(),
    title: z.string(),
    kind: z.enum(['workshop', 'plan']),
    /** What the source calls its leaves: "Line of action", "Recommendation". */
    itemName: z.string(),
    visibility: z.enum(['public', 'members']),
    timeZone: z.string(),
  }),
  /** The workshop that it was made in. */
  workshop: z
    .object({ id: z.uuid(), title: z.string(), startsOn: z.string(), venue: z.string(), rule: z.enum(['open', 'chatham_house']) })
    .nullable(),
  /** Where it stands in the document. */
  lines: z.object({ from: z.number(), to: z.number() }).nullable(),
  position: z.object({ index: z.number(), of: z.number() }),
  topics: z.array(z.string()),
  footnotes: z.array(z.string()),
  instruments: z.array(z.object({ id: z.uuid(), title: z.string() })),
  /** Bodies that the document itself names. */
  named: z.array(z.object({ id: z.uuid(), name: z.string(), coordinating: z.boolean() })),
  mergedInto: z.object({ id: z.uuid(), reference: z.string() }).nullable(),
  revision: z.number(),
  may: z.object({ edit: z.boolean(), adopt: z.boolean(), assign: z.boolean(), withdraw: z.boolean(), restore: z.boolean() }),
});
export type Recommendation = z.infer<typeof Recommendation>;

export const TextChange = z.object({
  text: z.string().trim().min(3, 'Write the recommendation.').max(5000),
  reason: z.string().trim().max(500).default(''),
});
export type TextChange = z.infer<typeof TextChange>;

export const Decision = z.object({ decision: z.enum(['adopted', 'not_adopted']) });
export type Decision = z.infer<typeof Decision>;

/** `GET /overview`: what the first page shows of what somebody coordinates and takes part in; to a visitor, what is public. */
export const Overview = z.object({
  /** Coordinated ones first. */
  sources: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      kind: z.enum(['workshop', 'plan']),
      coordinates: z.boolean(),
      total: z.number(),
      adopted: z.number(),
      overdue: z.number(),
      verified: z.number(),
    }),
  ),
  workshops: z.array(z.object({ id: z.uuid(), title: z.string(), startsOn: z.string(), venue: z.string() })),
  /** Open now, in a workshop that they sit in or on a source that they coordinate. */
  ballots: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      workshop: z.object({ id: z.uuid(), title: z.string() }),
      items: z.number(),
      electors: z.number(),
      voters: z.number(),
      /** How many of the items they chose on themselves; null: they have no vote in it. */
      mine: z.number().nullable(),
    }),
  ),
  /** For coordinators: what institutions claim and nobody has verified. */
  toVerify: z.array(
    z.object({
      assignmentId: z.uuid(),
      recommendation: z.object({ id: z.uuid(), reference: z.string(), text: z.string() }),
      institution: z.string(),
      reportedAt: z.string().nullable(),
      underReview: z.boolean(),
    }),
  ),
  /** For coordinators: whose updates are late, the longest first. */
  overdue: z.array(z.object({ institution: z.object({ id: z.uuid(), name: z.string() }), count: z.number(), days: z.number() })),
});
export type Overview = z.infer<typeof Overview>;
