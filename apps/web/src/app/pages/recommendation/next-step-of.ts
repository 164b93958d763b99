import type { Assignment } from '@uptake/assignments/contracts';
import type { Recommendation } from '@uptake/recommendations/contracts';

export interface NextStepFound {
  kind: 'answer' | 'report' | 'decide' | 'assign' | 'verify' | 'awaited' | 'inBallot' | 'nothing';
  /** Whose step it is. */
  assignment: Assignment | null;
}

/**
 * The one thing that should happen next, this person's own first: an institution answers before it reports; a coordinator decides, then
 * assigns, then verifies. Whoever can do nothing sees what is awaited of others.
 */
export function nextStepOf({ lifecycle, may }: Recommendation, assignments: readonly Assignment[]): NextStepFound {
  const unanswered = assignments.find((one) => one.may.respond && one.response === 'awaiting');
  if (unanswered) return { kind: 'answer', assignment: unanswered };
  const reporting = assignments.find((one) => one.may.report && one.verification !== 'verified');
  if (reporting) return { kind: 'report', assignment: reporting };
  if (may.adopt && lifecycle === 'proposed') return { kind: 'decide', assignment: null };
  if (lifecycle === 'in_ballot') return { kind: 'inBallot', assignment: null };
  const lead = assignments.find(({ part }) => part === 'lead') ?? null;
  if (may.assign && !lead) return { kind: 'assign', assignment: null };
  const claimed = assignments.find(
    (one) => one.may.verify && one.implementation === 'implemented' && ['unverified', 'under_review'].includes(one.verification),
  );
  if (claimed) return { kind: 'verify', assignment: claimed };
  return lead?.dueOn && lead.verification !== 'verified' ? { kind: 'awaited', assignment: lead } : { kind: 'nothing', assignment: null };
}
