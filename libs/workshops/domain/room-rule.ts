import { accept, refuse, type Result } from '@uptake/kernel';

/** `chatham_house`: what is said may be used, who said it may not be revealed. */
export type RoomRule = 'open' | 'chatham_house';

/**
 * The rule of a room may be tightened at any time and never loosened, because people spoke under it.
 * Source: the Chatham House rule as the field applies it (docs/field.md).
 */
export const changeRule = (from: RoomRule, to: RoomRule): Result<RoomRule, 'rule_cannot_be_loosened'> =>
  from === 'chatham_house' && to === 'open' ? refuse('rule_cannot_be_loosened') : accept(to);

/** Under the Chatham House rule nobody is asked who they are, and nobody's name is kept. */
export const asksName = (rule: RoomRule): boolean => rule === 'open';
