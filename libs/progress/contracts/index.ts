import * as z from 'zod';
import { Implementation } from '@uptake/recommendations/contracts';

export const WORDS_AT_MOST = 200;
/** Words as a person counts them: what stands between spaces. */
export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const WebAddress = z.url({ protocol: /^https?$/, error: 'Paste the whole address, beginning with https://' }).max(2000);
export const NewEvidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), title: z.string().trim().min(2, 'Say what the link shows.').max(200), url: WebAddress }),
  z.object({
    kind: z.literal('figure'),
    title: z.string().trim().min(2, 'Say what the figure counts.').max(200),
    figure: z.string().trim().min(1).max(100),
  }),
]);
export type NewEvidence = z.infer<typeof NewEvidence>;

export const NewStatusUpdate = z.object({
  implementation: Implementation,
  done: z
    .string()
    .trim()
    .min(3, 'Say in a sentence what was done.')
    .max(4000)
    .refine((text) => countWords(text) <= WORDS_AT_MOST, `At most ${WORDS_AT_MOST} words.`),
  obstacles: z.string().trim().max(2000).default(''),
  nextStep: z.string().trim().max(2000).default(''),
  evidence: z.array(NewEvidence).max(20).default([]),
});
export type NewStatusUpdate = z.infer<typeof NewStatusUpdate>;

export const Evidence = z.object({
  id: z.uuid(),
  kind: z.enum(['link', 'figure']),
  title: z.string(),
  url: z.string().nullable(),
  figure: z.string().nullable(),
});
export const StatusUpdate = z.object({
  id: z.uuid(),
  assignmentId: z.uuid(),
  institution: z.object({ id: z.uuid(), name: z.string() }),
  part: z.string(),
  implementation: Implementation,
  done: z.string(),
  obstacles: z.string(),
  nextStep: z.string(),
  evidence: z.array(Evidence),
  at: z.string(),
});
export type StatusUpdate = z.infer<typeof StatusUpdate>;

/** `GET /recommendations/:id/updates`, newest first. */
export const StatusUpdates = z.object({ items: z.array(StatusUpdate) });
export type StatusUpdates = z.infer<typeof StatusUpdates>;

/** `POST /assignments/:id/updates`: what was kept, and what happens next. */
export const ReportedUpdate = StatusUpdate.extend({
  recommendationId: z.uuid(),
  /** When the next report is due; null where none is expected. */
  nextDueOn: z.string().nullable(),
});
export type ReportedUpdate = z.infer<typeof ReportedUpdate>;

/** What the form of a status update shows before anything is written: by sign-in, or by the signed link of a reminder. */
export const ReportForm = z.object({
  assignmentId: z.uuid(),
  recommendation: z.object({ id: z.uuid(), reference: z.string(), text: z.string(), sourceTitle: z.string() }),
  institution: z.object({ id: z.uuid(), name: z.string() }),
  part: z.string(),
  dueOn: z.string().nullable(),
  current: Implementation,
  /** What may be reported next, the current status included. */
  choices: z.array(Implementation),
  /** Why the report before came back, where a coordinator returned it. */
  returnedBecause: z.string().nullable(),
  previous: z
    .object({ done: z.string(), obstacles: z.string(), nextStep: z.string(), evidence: z.array(Evidence), at: z.string() })
    .nullable(),
  /** Whose name the report will bear, when a signed link opened the form. */
  reporter: z.string().nullable(),
});
export type ReportForm = z.infer<typeof ReportForm>;
export const ReportToken = z.string().min(20).max(600);
