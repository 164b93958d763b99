import type { RoomRule } from '@uptake/workshops/domain';
import type { BallotState } from './ballot-states';

/** Under the Chatham House rule nobody sees how a vote goes before it is over; elsewhere whoever makes the ballot chooses. */
export const isHiddenUntilClosed = (rule: RoomRule, wish: boolean): boolean => rule === 'chatham_house' || wish;

interface Shown {
  state: BallotState;
  rule: RoomRule;
  hiddenUntilClosed: boolean;
}

/**
 * Whether counts may be seen, by anybody and everywhere: page, list, socket, log. Where not, there is turnout only, for the facilitator too.
 * One rule for all of them, so that a hidden result leaks through none.
 */
export const countsAreOpen = ({ state, rule, hiddenUntilClosed }: Shown): boolean =>
  state === 'closed' || (state === 'open' && !isHiddenUntilClosed(rule, hiddenUntilClosed));
