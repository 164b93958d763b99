import type { Fact } from '@uptake/activity/contracts';

/** A state of a ballot as it stands now: the last one wins. Its slice's contract reads the rest. */
export interface Tally {
  readonly ballotId: string;
  readonly [more: string]: unknown;
}

export interface LiveNews {
  /** One fact of the stream, in order, never twice. */
  readonly onFact?: (fact: Fact) => void;
  /** The tally of some ballot of the stream; look at its `ballotId`. */
  readonly onTally?: (tally: Tally) => void;
  /** What was missed cannot be told fact by fact: read the state anew. Comes once at the start, and after a long absence. */
  readonly onReload?: () => void;
  /** The stream is not open to this person, or no longer: nothing more will come. */
  readonly onClosed?: () => void;
}

/** How news arrive: by socket, by asking every two seconds, or not yet. */
export type LiveState = 'waiting' | 'live' | 'polling';
