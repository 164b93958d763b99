import * as z from 'zod';
import { Counts } from '@uptake/recommendations/contracts';
import { choices, voteRefusals } from '@uptake/voting/domain';

export const Choice = z.enum(choices);
export type Choice = z.infer<typeof Choice>;

export const NewBallot = z.object({
  workshopId: z.uuid(),
  title: z.string().trim().min(3, 'Give the ballot a title.').max(200),
  method: z.literal('approval').default('approval'),
  hiddenUntilClosed: z.boolean().default(false),
  /** Empty: every proposed recommendation of the workshop. */
  recommendationIds: z.array(z.uuid()).max(500).default([]),
});
export type NewBallot = z.infer<typeof NewBallot>;

/** By constituency, groups apart that are too small to be shown: see `resultsByConstituency`. */
const ByConstituency = z.record(z.string(), Counts);

export const BallotState = z.enum(['draft', 'open', 'closed']);
export const BallotItem = z.object({
  recommendationId: z.uuid(),
  reference: z.string(),
  text: z.string(),
  section: z.string().nullable(),
  position: z.number(),
  lifecycle: z.string(),
});
export const Ballot = z.object({
  id: z.uuid(),
  workshop: z.object({ id: z.uuid(), title: z.string(), rule: z.enum(['open', 'chatham_house']) }),
  title: z.string(),
  method: z.literal('approval'),
  state: BallotState,
  hiddenUntilClosed: z.boolean(),
  electors: z.number(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  items: z.array(BallotItem),
  /** The caller's own choices, by recommendation; empty once the ballot is closed, as choices are no longer kept with people then. */
  mine: z.record(z.string(), Choice),
  revision: z.number(),
  may: z.object({ vote: z.boolean(), facilitate: z.boolean() }),
  /** Why the caller can't vote now; null: they can. */
  notVoting: z.enum(voteRefusals).nullable(),
});
export type Ballot = z.infer<typeof Ballot>;

export const BallotRow = z.object({
  id: z.uuid(),
  title: z.string(),
  state: BallotState,
  items: z.number(),
  electors: z.number(),
  voters: z.number(),
});
export type BallotRow = z.infer<typeof BallotRow>;
export const Ballots = z.object({ items: z.array(BallotRow) });
export type Ballots = z.infer<typeof Ballots>;

export const Vote = z.object({ choice: Choice });
export type Vote = z.infer<typeof Vote>;
export const VoteKept = z.object({ ballotId: z.uuid(), recommendationId: z.uuid(), choice: Choice });
export type VoteKept = z.infer<typeof VoteKept>;

/** The state that is pushed as `tally`, too. `counts` is null while hidden: turnout only. */
export const Tally = z.object({
  ballotId: z.uuid(),
  state: BallotState,
  electors: z.number(),
  voters: z.number(),
  counts: z.record(z.string(), Counts).nullable(),
  /** By recommendation; null until the ballot is closed. */
  byConstituency: z.record(z.string(), ByConstituency).nullable(),
});
export type Tally = z.infer<typeof Tally>;

/** `GET /recommendations/:id/votes`: every ballot that it stood in. */
export const RecommendationVotes = z.object({
  items: z.array(
    z.object({
      ballotId: z.uuid(),
      workshopId: z.uuid(),
      /** Whether the caller may follow the workshop's stream, where the tally of an open ballot is pushed. */
      mayFollow: z.boolean(),
      title: z.string(),
      state: BallotState,
      closedAt: z.string().nullable(),
      electors: z.number(),
      voters: z.number(),
      counts: Counts.nullable(),
      /** Null until the ballot is closed. */
      byConstituency: ByConstituency.nullable(),
    }),
  ),
});
export type RecommendationVotes = z.infer<typeof RecommendationVotes>;
