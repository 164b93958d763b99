import type { LocalDate } from '@uptake/kernel';
import type { Implementation, Part, Response, Verification } from '@uptake/recommendations/domain';

export const frequencies = ['once', 'yearly', 'half_yearly', 'quarterly', 'monthly'] as const;
/** How often an institution reports on a recommendation. */
export type Frequency = (typeof frequencies)[number];

/** When the next report is due, and which due date was last answered. */
export interface Deadline {
  dueOn: LocalDate | null;
  frequency: Frequency;
  /** Rises whenever `dueOn` moves, so that a reminder or link made for an older date can be told from a current one. */
  dueVersion: number;
  /** The `dueVersion` that a report has answered. */
  answeredVersion: number | null;
}

/** One institution's part in one recommendation, as the rules see it. */
export interface AssignmentState extends Deadline {
  institutionId: string;
  part: Part;
  response: Response;
  responseReason: string;
  implementation: Implementation;
  /** Whether anything was ever reported. */
  reported: boolean;
  verification: Verification;
  verificationReason: string;
  ended: boolean;
}
