import { accept, type Result, refuse } from '@uptake/kernel';
import { type Verification, verification } from '@uptake/recommendations/domain';
import type { AssignmentState } from './assignment-state';

export type VerifyRefusal = 'assignment_ended' | 'nothing_reported' | 'not_claimed' | 'reason_missing' | 'verification_not_next';

const NEEDS_REASON: readonly Verification[] = ['returned', 'disputed'];

/**
 * A coordinator says what was found about the latest report. To return or dispute needs a reason; only a claim that it is implemented
 * can be verified, so that "verified" always closes.
 */
export function verify(
  assignment: AssignmentState,
  finding: { verification: Verification; reason: string },
): Result<AssignmentState, VerifyRefusal> {
  const reason = finding.reason.trim();
  if (assignment.ended) return refuse('assignment_ended');
  if (!assignment.reported) return refuse('nothing_reported');
  if (!verification.allows(assignment.verification, finding.verification)) return refuse('verification_not_next');
  if (finding.verification === 'verified' && assignment.implementation !== 'implemented') return refuse('not_claimed');
  if (NEEDS_REASON.includes(finding.verification) && !reason) return refuse('reason_missing');
  return accept({ ...assignment, verification: finding.verification, verificationReason: reason });
}
