import type { Implementation, Lifecycle, Part, Verification } from '@uptake/recommendations/domain';
import { isFinished } from '@uptake/recommendations/domain';

export const skipReasons = ['reported', 'moved', 'ended', 'reassigned', 'closed', 'paused', 'overtaken'] as const;
/** Why a reminder did not go out. */
export type SkipReason = (typeof skipReasons)[number];

/** How things stand at the moment of sending. */
export interface StandingNow {
  /** The due date's version that the reminder was found for. */
  remindedVersion: number;
  dueVersion: number;
  answeredVersion: number | null;
  part: Part;
  implementation: Implementation;
  verification: Verification;
  lifecycle: Lifecycle;
  assignmentEnded: boolean;
  /** Whether the recipient still holds a role for which the reminder is meant. */
  recipientActs: boolean;
  sourceWithdrawn: boolean;
  sourcePaused: boolean;
  /** Whether a later reminder of the same due date was found since. */
  laterFound: boolean;
}

/**
 * Asked again just before a mail leaves: whatever was reported, moved, ended, handed on, closed or paused since it was queued keeps it in.
 * @returns why it must not go out, or `null` when it may
 */
export function recheck(now: StandingNow): SkipReason | null {
  if (now.answeredVersion !== null && now.answeredVersion >= now.remindedVersion) return 'reported';
  if (now.assignmentEnded) return 'ended';
  if (now.dueVersion !== now.remindedVersion) return 'moved';
  if (!now.recipientActs || now.part === 'consulted') return 'reassigned';
  if (now.lifecycle !== 'adopted' || now.sourceWithdrawn || isFinished(now)) return 'closed';
  if (now.sourcePaused) return 'paused';
  return now.laterFound ? 'overtaken' : null;
}
