import { accept, type LocalDate, type Refused, type Result, refuse } from '@uptake/kernel';
import type { Lifecycle, Part } from '@uptake/recommendations/domain';
import type { AssignmentState, Frequency } from './assignment-state';

/** A part that an institution holds now. */
export interface HeldPart {
  institutionId: string;
  institution: string;
  part: Part;
}

/** A recommendation with the parts held in it. */
export interface Assignable {
  lifecycle: Lifecycle;
  held: readonly HeldPart[];
}

export interface WantedPart {
  institutionId: string;
  part: Part;
  dueOn: LocalDate | null;
  frequency: Frequency;
}

export type AssignRefusal = 'not_adopted' | 'part_held' | 'lead_taken';

/**
 * Gives an institution a part. Only what was adopted is assigned, one part to an institution, and only one leads.
 * Refused with `lead_taken` (params: the institution that leads), `part_held` (the institution), `not_adopted`.
 */
export function assign(recommendation: Assignable, wanted: WantedPart): Result<AssignmentState, AssignRefusal> {
  if (recommendation.lifecycle !== 'adopted') return refuse('not_adopted');
  const own = recommendation.held.find(({ institutionId }) => institutionId === wanted.institutionId);
  if (own) return refuse('part_held', { institution: own.institution });
  const taken = leadTaken(recommendation.held, wanted);
  if (taken) return taken;
  return accept({
    ...wanted,
    dueVersion: 1,
    answeredVersion: null,
    response: 'awaiting',
    responseReason: '',
    implementation: 'not_started',
    reported: false,
    verification: 'unverified',
    verificationReason: '',
    ended: false,
  });
}

/** Refuses a second lead and names the first. */
export function leadTaken(
  held: readonly HeldPart[],
  { institutionId, part }: Pick<WantedPart, 'institutionId' | 'part'>,
): Refused<'lead_taken'> | undefined {
  if (part !== 'lead') return undefined;
  const lead = held.find((other) => other.part === 'lead' && other.institutionId !== institutionId);
  return lead && refuse('lead_taken', { institution: lead.institution });
}
