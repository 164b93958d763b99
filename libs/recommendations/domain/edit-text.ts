import { accept, refuse, type Result } from '@uptake/kernel';
import type { Lifecycle } from './axes';

export interface TextEdit {
  before: string;
  after: string;
  reason: string;
}

type Refusal = 'recommendation_in_ballot' | 'recommendation_closed' | 'text_unchanged' | 'reason_required';

const CLOSED: readonly Lifecycle[] = ['not_adopted', 'merged', 'withdrawn'];

/**
 * An edit of the text as it now stands; the original is kept apart and never changes. While a ballot is open the text stands still, because
 * people vote on what they read; once it is adopted, others work by it, so an edit says why.
 */
export function editText(state: Lifecycle, before: string, { text, reason }: { text: string; reason: string }): Result<TextEdit, Refusal> {
  const after = text.trim();
  if (state === 'in_ballot') return refuse('recommendation_in_ballot');
  if (CLOSED.includes(state)) return refuse('recommendation_closed');
  if (after === before) return refuse('text_unchanged');
  if (state === 'adopted' && !reason.trim()) return refuse('reason_required');
  return accept({ before, after, reason: reason.trim() });
}
