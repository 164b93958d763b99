import { transitionTable } from '@uptake/kernel';

export type BallotState = 'draft' | 'open' | 'closed';

/** One way only: what was voted on stays as it was when it closed. Checked at start. */
export const ballotStates = transitionTable<BallotState>({ draft: ['open'], open: ['closed'], closed: [] }, 'draft');
