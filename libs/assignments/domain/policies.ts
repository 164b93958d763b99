import { type Actor, holds, isAdministrator, scopesOf } from '@uptake/people/domain';
import type { Part } from '@uptake/recommendations/domain';

type Duty = { institutionId: string; part: Part };

/** Assigning, moving dates and taking parts away: a coordinator of the source. */
export const mayAssign = (actor: Actor, sourceId: string): boolean =>
  isAdministrator(actor) || holds(actor, 'source', sourceId, 'coordinator');

/** Answering an assignment: those who act for the institution. */
export const mayRespond = (actor: Actor, { institutionId }: Pick<Duty, 'institutionId'>): boolean =>
  holds(actor, 'institution', institutionId, 'focal_point', 'deputy');

/** Reporting: the same people, but a body that is only consulted has nothing to report. */
export const mayReport = (actor: Actor, duty: Duty): boolean => duty.part !== 'consulted' && mayRespond(actor, duty);

/** Claiming that it is implemented: the lead only. */
export const mayClaim = (actor: Actor, duty: Duty): boolean => duty.part === 'lead' && mayReport(actor, duty);

/**
 * Verifying, returning and disputing: a coordinator of the source who belongs to none of the institutions that report on the
 * recommendation. Nobody verifies their own work, administrators included.
 * @param reporting the institutions with a leading or supporting part
 */
export const mayVerify = (actor: Actor, sourceId: string, reporting: readonly string[]): boolean =>
  holds(actor, 'source', sourceId, 'coordinator') && !scopesOf(actor, 'institution').some((id) => reporting.includes(id));

export interface AssignmentRights {
  change: boolean;
  respond: boolean;
  report: boolean;
  claim: boolean;
  verify: boolean;
}

/** All of it for one assignment, as the screens want to know it. Nothing is open in one that has ended. */
export function rightsIn(
  actor: Actor,
  assignment: Duty & { sourceId: string; ended: boolean },
  reporting: readonly string[],
): AssignmentRights {
  const open = !assignment.ended;
  return {
    change: open && mayAssign(actor, assignment.sourceId),
    respond: open && mayRespond(actor, assignment),
    report: open && mayReport(actor, assignment),
    claim: open && mayClaim(actor, assignment),
    verify: open && mayVerify(actor, assignment.sourceId, reporting),
  };
}
