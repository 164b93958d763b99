import { accept, refuse, type Result } from '@uptake/kernel';
import type { Lifecycle } from '@uptake/recommendations/domain';
import type { RoomRule } from '@uptake/workshops/domain';
import { type BallotState, ballotStates } from './ballot-states';
import { isHiddenUntilClosed } from './visibility';

export interface Draft {
  state: BallotState;
  hiddenUntilClosed: boolean;
  /** The rule of the room, which may have been tightened since the ballot was drawn up. */
  rule: RoomRule;
  items: readonly { reference: string; lifecycle: Lifecycle }[];
  /** Everybody in the room but observers, at this moment: whoever joins later votes in the next ballot. */
  electors: number;
}

type Refusal = 'ballot_opened_already' | 'ballot_closed_already' | 'ballot_empty' | 'nobody_to_vote' | 'not_to_be_voted_on';

/** Opens a ballot. From now on its electorate, its recommendations and whether its counts are hidden are fixed. */
export function openBallot({ state, rule, hiddenUntilClosed, items, electors }: Draft): Result<{ hiddenUntilClosed: boolean }, Refusal> {
  if (!ballotStates.allows(state, 'open')) return refuse(state === 'open' ? 'ballot_opened_already' : 'ballot_closed_already');
  if (!items.length) return refuse('ballot_empty');
  const other = items.find(({ lifecycle }) => lifecycle !== 'proposed');
  if (other) return refuse('not_to_be_voted_on', { reference: other.reference });
  if (!electors) return refuse('nobody_to_vote');
  return accept({ hiddenUntilClosed: isHiddenUntilClosed(rule, hiddenUntilClosed) });
}

/** Closes a ballot, for good. */
export const closeBallot = (state: BallotState): Result<'closed', 'ballot_not_open' | 'ballot_closed_already'> =>
  ballotStates.allows(state, 'closed') ? accept('closed') : refuse(state === 'draft' ? 'ballot_not_open' : 'ballot_closed_already');
