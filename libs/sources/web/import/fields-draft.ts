import { NewSource } from '@uptake/sources/contracts';
import type { Outline, OutlineMeeting } from '@uptake/sources/domain';
import * as z from 'zod';

const day = z.union([z.literal(''), z.iso.date()]);

/** What is said about a document as a whole, as its form holds it: lists are lines of text. */
export const FieldsDraft = z
  .object({
    title: NewSource.shape.title,
    kind: NewSource.shape.kind,
    referencePrefix: NewSource.shape.referencePrefix,
    visibility: z.enum(['public', 'members']),
    language: NewSource.shape.language,
    timeZone: z.string(),
    organisers: z.string(),
    starts: day,
    ends: day,
    place: z.string().max(300),
    funder: z.string().max(200),
    countries: z.string(),
    contributions: z.string(),
  })
  .refine(({ starts, ends }) => !starts || !ends || ends >= starts, { path: ['ends'], message: 'The last day lies before the first.' });
export type FieldsDraft = z.infer<typeof FieldsDraft>;

export function fieldsFrom(outline: Outline, suggested: { title: string; referencePrefix: string }, timeZone: string): FieldsDraft {
  const { meeting } = outline;
  return {
    title: suggested.title,
    kind: outline.kind === 'workshop' ? 'workshop' : 'plan',
    referencePrefix: suggested.referencePrefix,
    visibility: 'public',
    language: outline.language,
    timeZone,
    organisers: meeting?.organisers.join('\n') ?? '',
    starts: meeting?.starts ?? '',
    ends: meeting?.ends ?? '',
    place: meeting?.place ?? '',
    funder: meeting?.funder ?? '',
    countries: meeting?.countries.join('\n') ?? '',
    contributions: meeting?.contributions.join('\n') ?? '',
  };
}

/** The facts of the meeting as a person left them; what the form does not show stays as it was found. */
export function meetingFrom(found: OutlineMeeting | undefined, draft: FieldsDraft): OutlineMeeting {
  const given = { starts: draft.starts, ends: draft.ends, place: draft.place.trim(), funder: draft.funder.trim() };
  return {
    ...(found?.name ? { name: found.name } : {}),
    ...(found?.participants === undefined ? {} : { participants: found.participants }),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
    organisers: linesOf(draft.organisers),
    countries: linesOf(draft.countries),
    contributions: linesOf(draft.contributions),
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
