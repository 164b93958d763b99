import { type AssignmentState, mayReport } from '@uptake/assignments/domain';
import { accept, type Result, refuse } from '@uptake/kernel';
import type { Actor } from '@uptake/people/domain';

/** How long the link of a reminder opens the form. */
export const REPORT_LINK_DAYS = 30;

/** What the link of a reminder was made for. */
export interface ReportLink {
  assignmentId: string;
  accountId: string;
  dueVersion: number;
  expiresAt: Date;
}

export type LinkRefusal = 'report_link_too_old' | 'report_link_reassigned' | 'report_link_moved' | 'report_link_answered';

/**
 * Whether the link of a reminder still opens its form. It does for the person it was made for, while that person still acts for the
 * institution, the assignment stands and the date that it reminded of is the one that is due and unanswered.
 * @param actor the person for whom the link was made, with the roles held now
 */
export function openReportLink(
  link: ReportLink,
  assignment: AssignmentState,
  actor: Actor,
  now: Date,
): Result<AssignmentState, LinkRefusal> {
  if (now >= link.expiresAt) return refuse('report_link_too_old');
  if (assignment.ended || !mayReport(actor, assignment)) return refuse('report_link_reassigned');
  const answered = assignment.answeredVersion !== null && assignment.answeredVersion >= link.dueVersion;
  if (answered) return refuse('report_link_answered');
  if (link.dueVersion !== assignment.dueVersion) return refuse('report_link_moved');
  return accept(assignment);
}
