import { type AssignmentState, answerDeadline } from '@uptake/assignments/domain';
import { accept, type LocalDate, type Result, refuse } from '@uptake/kernel';
import { type Implementation, implementation, type Verification } from '@uptake/recommendations/domain';

/** What an institution says: where it stands, a sentence, and what stands behind it. */
export interface Report {
  implementation: Implementation;
  done: string;
  evidence: readonly unknown[];
}

export type ReportRefusal =
  'assignment_ended' | 'only_consulted' | 'sentence_missing' | 'status_not_next' | 'claim_not_lead' | 'claim_without_evidence';

/**
 * An institution reports where its assignment stands. *Implemented* is claimed by the lead only, with at least one piece of evidence each
 * time. The report answers the date that is due, unless it comes far too early, and what a coordinator found about the report before it no
 * longer holds where the new one says something else, claims implementation, or answers a return.
 * @param today the day in the time zone of the source
 */
export function reportStatus(assignment: AssignmentState, report: Report, today: LocalDate): Result<AssignmentState, ReportRefusal> {
  const claims = report.implementation === 'implemented';
  const says = report.implementation !== assignment.implementation;
  if (assignment.ended) return refuse('assignment_ended');
  if (assignment.part === 'consulted') return refuse('only_consulted');
  if (!report.done.trim()) return refuse('sentence_missing');
  if (claims && assignment.part !== 'lead') return refuse('claim_not_lead');
  if (says && !implementation.allows(assignment.implementation, report.implementation)) return refuse('status_not_next');
  if (claims && !report.evidence.length) return refuse('claim_without_evidence');
  return accept({
    ...assignment,
    ...answerDeadline(assignment, today),
    ...verificationAfter(assignment, claims || says),
    implementation: report.implementation,
    reported: true,
  });
}

/** What may be reported next, the current status included, in the order of the table. */
export const reportable = ({ implementation: current, part }: Pick<AssignmentState, 'implementation' | 'part'>): Implementation[] =>
  implementation.states.filter(
    (state) => (state === current || implementation.allows(current, state)) && (part === 'lead' || state !== 'implemented'),
  );

function verificationAfter(
  { verification, verificationReason }: AssignmentState,
  saysMore: boolean,
): { verification: Verification; verificationReason: string } {
  if (saysMore || verification === 'returned') return { verification: 'unverified', verificationReason: '' };
  return { verification, verificationReason };
}
