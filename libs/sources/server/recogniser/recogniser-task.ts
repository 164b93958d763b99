import type { Outline, OutlineDifference } from '@uptake/sources/domain';

/** What a thread is asked: read a document, and compare the outline with one that is known. */
export interface RecogniserTask {
  /** The document's text, or an outline that a person has corrected already. */
  document: { text: string } | { outline: Outline };
  before: Outline | undefined;
}

export interface Recognised {
  outline: Outline;
  lines: string[];
  difference: OutlineDifference | undefined;
}
