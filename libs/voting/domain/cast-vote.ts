import { accept, minuteOfDayIn, refuse, type Refused, type Result } from '@uptake/kernel';
import type { BallotState } from './ballot-states';
import type { Choice } from './counts';

export interface VotingBallot {
  state: BallotState;
  closedAt: Date | null;
  /** The workshop's own, so that the time in a refusal is the one on the wall of the room. */
  timeZone: string;
}

export interface Voter {
  /** The part in the workshop; null for whoever has no seat. */
  part: string | null;
  /** Whether the person was there when the ballot opened. */
  isElector: boolean;
}

export const voteRefusals = ['ballot_not_open', 'ballot_closed', 'no_seat', 'observers_do_not_vote', 'joined_after_opening'] as const;
export type VoteRefusal = (typeof voteRefusals)[number];

/** Why this person can't vote in this ballot now; null: they can. Asked by the server for every vote, and by the screen before it. */
export function voteRefusal(ballot: VotingBallot, { part, isElector }: Voter): Refused<VoteRefusal> | null {
  if (part === null) return refuse('no_seat');
  if (part === 'observer') return refuse('observers_do_not_vote');
  if (ballot.state === 'draft') return refuse('ballot_not_open');
  if (ballot.state === 'closed') return refuse('ballot_closed', { at: ballot.closedAt ? onTheWall(ballot.closedAt, ballot.timeZone) : '' });
  return isElector ? null : refuse('joined_after_opening');
}

export interface Vote {
  voter: Voter;
  /** Whether the recommendation stands in the ballot. */
  inBallot: boolean;
  choice: Choice;
}

/**
 * One choice on one recommendation; a later one of the same person takes its place.
 * @returns the choice to keep, or why it does not count
 */
export function castVote(ballot: VotingBallot, { voter, inBallot, choice }: Vote): Result<Choice, VoteRefusal | 'not_in_ballot'> {
  if (!inBallot) return refuse('not_in_ballot');
  return voteRefusal(ballot, voter) ?? accept(choice);
}

function onTheWall(at: Date, timeZone: string): string {
  const minute = minuteOfDayIn(timeZone, at);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
