import type { NewWorkshop, Workshop } from '@uptake/workshops/contracts';
import * as z from 'zod';

const Line = z.string();

/** The form's own shape: lists are written one a line, because that is how people paste them. */
export const WorkshopDraft = z
  .object({
    kind: z.enum(['workshop', 'focus_group', 'signatory_event']),
    title: z.string().trim().min(3, 'Give the workshop a title.').max(300),
    rule: z.enum(['open', 'chatham_house']),
    startsOn: z.iso.date('Choose the first day.'),
    endsOn: z.iso.date('Choose the last day.'),
    timeZone: z.string().min(1),
    venue: z.string().max(300),
    funder: z.string().max(200),
    organisers: Line,
    countries: Line,
    considerations: Line,
    contributions: Line,
    sourceId: z.string(),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'], message: 'The last day lies before the first.' });
export type WorkshopDraft = z.infer<typeof WorkshopDraft>;

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What the API takes. */
export const fromDraft = (draft: WorkshopDraft): NewWorkshop => ({
  ...draft,
  title: draft.title.trim(),
  funder: draft.funder.trim() || null,
  organisers: lines(draft.organisers),
  countries: lines(draft.countries),
  considerations: lines(draft.considerations),
  contributions: lines(draft.contributions),
  sourceId: draft.sourceId || null,
});

/** A workshop as it stands, for changing it. */
export const toDraft = (workshop: Workshop): WorkshopDraft => ({
  kind: workshop.kind,
  title: workshop.title,
  rule: workshop.rule,
  startsOn: workshop.startsOn,
  endsOn: workshop.endsOn,
  timeZone: workshop.timeZone,
  venue: workshop.venue,
  funder: workshop.funder ?? '',
  organisers: workshop.organisers.join('\n'),
  countries: workshop.countries.join('\n'),
  considerations: workshop.considerations.join('\n'),
  contributions: workshop.contributions.join('\n'),
  sourceId: workshop.source?.id ?? '',
});

/** What a link brought along, such as the facts that an imported document told: `?title=...&organisers=...&organisers=...`. */
export function draftFromAddress(
  given: { get(name: string): string | null; getAll(name: string): string[] },
  timeZone: string,
): WorkshopDraft {
  const one = (name: string) => given.get(name) ?? '';
  const many = (name: string) => given.getAll(name).join('\n');
  const kind = WorkshopDraft.shape.kind.safeParse(given.get('kind')).data ?? 'workshop';
  return {
    kind,
    title: one('title'),
    rule: given.get('rule') === 'chatham_house' ? 'chatham_house' : 'open',
    startsOn: one('startsOn'),
    endsOn: one('endsOn') || one('startsOn'),
    timeZone: one('timeZone') || timeZone,
    venue: one('venue'),
    funder: one('funder'),
    organisers: many('organisers'),
    countries: many('countries'),
    considerations: many('considerations'),
    contributions: many('contributions'),
    sourceId: one('sourceId'),
  };
}
