import type { Outline, OutlineWarning } from '@uptake/sources/domain';
import * as z from 'zod';

const path = z.array(z.int().positive()).min(1).readonly();
const line = z.int().positive();
const name = z.string().trim().min(1).max(300);
const code = z.string().trim().min(1).max(60);
const text = z.string().trim().max(20_000);

export const outlineInstitutionSchema = z.object({ name, parent: name.optional(), coordinator: z.boolean().optional() });

export const outlineSectionSchema = z.object({
  path,
  code: code.optional(),
  title: text,
  count: z.int().nonnegative(),
  line,
  intro: z.string().max(100_000).optional(),
  footnotes: z.array(text).optional(),
});

export const outlineItemSchema = z.object({
  path,
  code: code.optional(),
  writtenCode: code.optional(),
  text,
  institutions: z.array(outlineInstitutionSchema).max(200),
  instruments: z.array(text).max(200),
  footnotes: z.array(text).optional(),
  comment: text.optional(),
  notes: z.array(z.object({ column: z.string(), text })).optional(),
  line,
  lastLine: line,
});

const day = z.iso.date();

export const outlineMeetingSchema = z.object({
  name: text.optional(),
  organisers: z.array(name),
  starts: day.optional(),
  ends: day.optional(),
  place: text.optional(),
  funder: text.optional(),
  countries: z.array(name),
  participants: z.int().nonnegative().optional(),
  contributions: z.array(text),
});

const outcome = z.object({ code, title: text, comment: text.optional(), line });

export const outlineProfileSchema = z.object({
  name: z.string(),
  kind: text.optional(),
  description: text.optional(),
  activities: text.optional(),
  outcomes: z.array(outcome),
  subOutcomes: z.array(outcome),
  investments: z.array(text),
  region: text.optional(),
});

/** A warning's code with whatever its sentence needs; which parameters belong to which code is said by the type. */
export const outlineWarningSchema = z.custom<OutlineWarning>(
  (value) => z.looseObject({ code: z.string(), line: z.int().nonnegative() }).safeParse(value).success,
);

/** What a preview answers, and what an import takes back after a person has corrected it. */
export const outlineSchema = z.object({
  title: text,
  language: z.enum(['en', 'fr', 'nl', 'es', 'ar']),
  kind: z.enum(['workshop', 'plan', 'institution']),
  levels: z.array(name).min(1).max(6),
  sections: z.array(outlineSectionSchema).max(5_000),
  items: z.array(outlineItemSchema).max(20_000),
  footnotes: z.array(z.object({ mark: z.string(), text, line })),
  meeting: outlineMeetingSchema.optional(),
  institution: outlineProfileSchema.optional(),
  warnings: z.array(outlineWarningSchema),
}) satisfies z.ZodType<Outline>;
