import * as z from 'zod';
import { Language, TimeZone } from '@uptake/people/contracts';
import { outlineItemSchema, outlineMeetingSchema, outlineSchema } from './outline';

export * from './outline';

export const SourceKind = z.enum(['workshop', 'plan']);
export type SourceKind = z.infer<typeof SourceKind>;
export const SourceVisibility = z.enum(['public', 'members']);

/** Characters; a plan of a hundred lines has about sixty thousand. */
export const LARGEST_DOCUMENT = 2_000_000;
export const DocumentText = z.object({
  name: z.string().trim().min(1).max(200),
  text: z
    .string()
    .max(LARGEST_DOCUMENT, 'This document is larger than two million characters. Bring it in in parts.')
    .refine((text) => text.trim() !== '', 'There is no text in it.'),
});
export type DocumentText = z.infer<typeof DocumentText>;

/** What importing a document again would change. Items of both sides, each once. */
export const Difference = z.object({
  added: z.array(outlineItemSchema),
  removed: z.array(outlineItemSchema),
  changed: z.array(
    z.object({
      before: outlineItemSchema,
      after: outlineItemSchema,
      fields: z.array(z.enum(['code', 'text', 'section', 'institutions', 'instruments'])),
    }),
  ),
  same: z.number(),
});
export type Difference = z.infer<typeof Difference>;

const ReferencePrefix = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,11}$/, 'Up to twelve letters and figures, such as NAP3.');

/** `POST /sources/previews`: nothing is written. */
export const SourcePreview = z.object({
  outline: outlineSchema,
  /** The document, line by line; `line` in the outline counts from 1. */
  lines: z.array(z.string()),
  /** To begin with; a person may choose otherwise. */
  suggested: z.object({ title: z.string(), referencePrefix: z.string() }),
  /** The source that came out of this document, or one of its title, and what importing it again would change. */
  known: z.object({ id: z.uuid(), title: z.string(), revision: z.number(), difference: Difference }).nullable(),
  /** The institution whose profile this seems to be. */
  knownInstitution: z.object({ id: z.uuid(), name: z.string(), revision: z.number() }).nullable(),
});
export type SourcePreview = z.infer<typeof SourcePreview>;

const fields = {
  title: z.string().trim().min(3, 'Give the document a title.').max(500),
  visibility: SourceVisibility,
  timeZone: TimeZone,
  remindersPaused: z.boolean(),
};

/** `POST /sources`: the outline as a person corrected it. */
export const NewSource = z.object({
  document: DocumentText,
  outline: outlineSchema,
  kind: SourceKind,
  title: fields.title,
  referencePrefix: ReferencePrefix,
  language: Language,
  visibility: fields.visibility.default('public'),
  timeZone: fields.timeZone.default('UTC'),
});
export type NewSource = z.infer<typeof NewSource>;

/** `POST /sources/:id/imports`, with If-Match: applies what is new or changed. */
export const NextImport = z.object({ document: DocumentText, outline: outlineSchema });
export type NextImport = z.infer<typeof NextImport>;

export const SourceChange = z.object(fields).partial();
export type SourceChange = z.infer<typeof SourceChange>;

/** How many recommendations stand in which state (ListStatus). */
const Statuses = z.record(z.string(), z.number());

export const SourceRow = z.object({
  id: z.uuid(),
  kind: SourceKind,
  title: z.string(),
  language: Language,
  visibility: SourceVisibility,
  /** What the source calls its leaves. */
  itemName: z.string(),
  createdAt: z.string(),
  recommendations: z.number(),
  statuses: Statuses,
});
export type SourceRow = z.infer<typeof SourceRow>;
export const SourceQuery = z.object({
  kind: SourceKind.optional(),
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type SourceQuery = z.infer<typeof SourceQuery>;
export const SourcePage = z.object({
  items: z.array(SourceRow),
  cursor: z.string().nullable(),
  total: z.number(),
  may: z.object({ import: z.boolean() }),
});
export type SourcePage = z.infer<typeof SourcePage>;

/** In the order of the document; `level` 0 is the outermost and `levels[level]` its name. */
export const SourceSection = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  level: z.number(),
  code: z.string().nullable(),
  title: z.string(),
  /** Recommendations in it and below it. */
  count: z.number(),
});
export type SourceSection = z.infer<typeof SourceSection>;

/** `GET /sources/:id`. */
export const Source = z.object({
  ...SourceRow.shape,
  referencePrefix: z.string(),
  /** The document's own names of its levels, outermost first; the last one names the recommendations. */
  levels: z.array(z.string()),
  timeZone: z.string(),
  remindersPaused: z.boolean(),
  /** When its import was undone. Only coordinators still see it then, and may restore it. */
  withdrawnAt: z.string().nullable(),
  sections: z.array(SourceSection),
  document: z.object({ name: z.string(), warnings: z.number() }).nullable(),
  meeting: outlineMeetingSchema.nullable(),
  workshops: z.array(z.object({ id: z.uuid(), title: z.string(), startsOn: z.string() })),
  revision: z.number(),
  may: z.object({ coordinate: z.boolean(), undo: z.boolean() }),
});
export type Source = z.infer<typeof Source>;

/** What an import did. */
export const Imported = z.object({
  id: z.uuid(),
  revision: z.number(),
  added: z.number(),
  changed: z.number(),
  /** Named in the document and not in the directory before. */
  institutionsAdded: z.number(),
});
export type Imported = z.infer<typeof Imported>;

/** `GET /sources/:id/matrix`: the plan as its document sets it, with what has become of each line. */
export const PlanMatrix = z.object({
  levels: z.array(z.string()),
  sections: z.array(SourceSection.omit({ count: true })),
  rows: z.array(
    z.object({
      id: z.uuid(),
      reference: z.string(),
      code: z.string().nullable(),
      text: z.string(),
      sectionId: z.uuid().nullable(),
      instruments: z.array(z.string()),
      /** Institutions that are assigned; before that those that the document names, with no part yet. */
      bodies: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          part: z.enum(['lead', 'supporting', 'consulted']).nullable(),
          coordinating: z.boolean(),
        }),
      ),
      /** ListStatus of the recommendation. */
      status: z.string(),
      dueOn: z.string().nullable(),
    }),
  ),
});
export type PlanMatrix = z.infer<typeof PlanMatrix>;
