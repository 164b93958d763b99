import { accept, refuse, type Result } from '@uptake/kernel';
import { type Lifecycle, lifecycle } from './axes';

/** @returns `withdrawn`; refused while a ballot on it is open, so that nobody votes on what is gone, and where there is nothing to withdraw */
export function withdraw(from: Lifecycle): Result<'withdrawn', 'recommendation_in_ballot' | 'withdrawal_impossible'> {
  if (from === 'in_ballot') return refuse('recommendation_in_ballot');
  return lifecycle.allows(from, 'withdrawn') ? accept('withdrawn') : refuse('withdrawal_impossible');
}

/**
 * Undoes a withdrawal.
 * @param before the state that it was withdrawn from, to which alone it returns
 */
export function restore(from: Lifecycle, before: Lifecycle | null): Result<Lifecycle, 'not_withdrawn'> {
  if (from !== 'withdrawn' || !before || !lifecycle.allows('withdrawn', before)) return refuse('not_withdrawn');
  return accept(before);
}
