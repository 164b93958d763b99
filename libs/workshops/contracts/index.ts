import * as z from 'zod';
import { TimeZone } from '@uptake/people/contracts';

export const constituencies = ['civil_society', 'government', 'security_sector', 'un', 'academia', 'other'] as const;
export const Constituency = z.enum(constituencies);
export type Constituency = z.infer<typeof Constituency>;
export const workshopParts = ['chair', 'facilitator', 'rapporteur', 'speaker', 'participant', 'observer'] as const;
export const WorkshopPart = z.enum(workshopParts);
export type WorkshopPart = z.infer<typeof WorkshopPart>;
export const WorkshopKind = z.enum(['workshop', 'focus_group', 'signatory_event']);
export const RoomRule = z.enum(['open', 'chatham_house']);

/** Letters and figures that nobody mistakes for each other: no 0 O 1 I L U V. */
export const JOIN_CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ';
export const JoinCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(new RegExp(`^[${JOIN_CODE_LETTERS}]{6}$`), 'The code has six letters and figures, as shown on the screen in the room.');

const text = (max: number) => z.string().trim().max(max);
const fields = {
  kind: WorkshopKind,
  title: text(300).min(3, 'Give the workshop a title.'),
  rule: RoomRule,
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  timeZone: TimeZone,
  venue: text(300),
  organisers: z.array(text(200)).max(20),
  funder: text(200).nullable(),
  countries: z.array(text(100)).max(100),
  considerations: z.array(text(1000)).max(30),
  contributions: z.array(text(300)).max(20),
  /** The source whose recommendations are worked on here. */
  sourceId: z.uuid().nullable(),
};
export const NewWorkshop = z
  .object({
    ...fields,
    rule: fields.rule.default('open'),
    venue: fields.venue.default(''),
    organisers: fields.organisers.default([]),
    funder: fields.funder.default(null),
    countries: fields.countries.default([]),
    considerations: fields.considerations.default([]),
    contributions: fields.contributions.default([]),
    sourceId: fields.sourceId.default(null),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'], message: 'The last day lies before the first.' });
export type NewWorkshop = z.infer<typeof NewWorkshop>;

/** `PATCH /workshops/:id`: only what changes. */
export const WorkshopChange = z.object(fields).partial();
export type WorkshopChange = z.infer<typeof WorkshopChange>;

export const WorkshopRow = z.object({
  id: z.uuid(),
  kind: WorkshopKind,
  title: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  venue: z.string(),
  participants: z.number(),
  recommendations: z.number(),
  openBallots: z.number(),
});
export const WorkshopPage = z.object({ items: z.array(WorkshopRow), cursor: z.string().nullable(), total: z.number() });
export type WorkshopPage = z.infer<typeof WorkshopPage>;
export const WorkshopQuery = z.object({
  q: z.string().max(200).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type WorkshopQuery = z.infer<typeof WorkshopQuery>;

export const Workshop = z.object({
  id: z.uuid(),
  kind: WorkshopKind,
  title: z.string(),
  rule: RoomRule,
  startsOn: z.string(),
  endsOn: z.string(),
  timeZone: z.string(),
  venue: z.string(),
  organisers: z.array(z.string()),
  funder: z.string().nullable(),
  countries: z.array(z.string()),
  considerations: z.array(z.string()),
  contributions: z.array(z.string()),
  source: z.object({ id: z.uuid(), title: z.string(), recommendations: z.number() }).nullable(),
  /** How many take part, by constituency; a group under five is counted as `other`. */
  participants: z.object({ total: z.number(), byConstituency: z.record(z.string(), z.number()) }),
  /** Only for those who run the workshop. */
  joinCode: z.string().nullable(),
  revision: z.number(),
  /** The caller's own seat. */
  seat: z.object({ participantId: z.uuid(), part: WorkshopPart }).nullable(),
  may: z.object({ edit: z.boolean(), facilitate: z.boolean(), addParticipants: z.boolean() }),
});
export type Workshop = z.infer<typeof Workshop>;

export const NewParticipant = z.object({
  name: text(120).nullable().default(null),
  email: z.email().max(254).nullable().default(null),
  affiliation: text(200).nullable().default(null),
  constituency: Constituency,
  part: WorkshopPart.default('participant'),
});
export type NewParticipant = z.infer<typeof NewParticipant>;
export const Participant = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  affiliation: z.string().nullable(),
  constituency: Constituency,
  part: WorkshopPart,
});
export const Participants = z.object({ items: z.array(Participant) });
export type Participants = z.infer<typeof Participants>;

/** What somebody with the code sees before joining: nothing that needs a seat. */
export const Room = z.object({
  workshopId: z.uuid(),
  title: z.string(),
  rule: RoomRule,
  asksName: z.boolean(),
  /** A ballot opened before: who joins now votes in the next one. */
  ballotOpen: z.boolean(),
});
export type Room = z.infer<typeof Room>;
export const JoinRoom = z.object({ code: JoinCode, name: text(120).nullable().default(null), constituency: Constituency });
export type JoinRoom = z.infer<typeof JoinRoom>;
export const Seat = z.object({ workshopId: z.uuid(), participantId: z.uuid() });
export type Seat = z.infer<typeof Seat>;

/** The job reads who and where by itself, so that no address waits in a queue. */
export const SendInvitation = { name: 'workshops.send-invitation', schema: z.object({ participantId: z.uuid() }) };
