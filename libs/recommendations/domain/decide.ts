import { accept, refuse, type Result } from '@uptake/kernel';
import { type Lifecycle, lifecycle } from './axes';

export type Decided = 'adopted' | 'not_adopted';

/**
 * The decision on a recommendation, after whatever ballots there were; the votes advise, they do not decide.
 * @returns the state that it moves to; refused while a ballot on it is open, and where its state knows no such decision
 */
export function decide(from: Lifecycle, decision: Decided): Result<Decided, 'recommendation_in_ballot' | 'decision_impossible'> {
  if (from === 'in_ballot') return refuse('recommendation_in_ballot');
  return lifecycle.allows(from, decision) ? accept(decision) : refuse('decision_impossible');
}
