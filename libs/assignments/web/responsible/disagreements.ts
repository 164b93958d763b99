import type { Assignment } from '@uptake/assignments/contracts';
import type { Implementation } from '@uptake/recommendations/domain';

/** A supporting institution that reports otherwise than the lead. */
export interface Disagreement {
  institution: string;
  says: Implementation;
  lead: Implementation;
}

/** Where reports differ. The lead's status stands for the recommendation; the difference is told and never averaged. */
export function disagreements(assignments: readonly Assignment[]): Disagreement[] {
  const lead = assignments.find(({ part }) => part === 'lead');
  if (!lead?.reportedAt) return [];
  return assignments
    .filter(({ part, reportedAt, implementation }) => part === 'supporting' && reportedAt && implementation !== lead.implementation)
    .map(({ institution, implementation }) => ({ institution: institution.name, says: implementation, lead: lead.implementation }));
}
