import { type Actor, holds, holdsAnywhere, isAdministrator } from '@uptake/people/domain';

/** Coordinators keep the directory; so may an administrator. */
export const mayAddInstitution = (actor: Actor): boolean => isAdministrator(actor) || holdsAnywhere(actor, 'coordinator');

/** Its own people keep its profile, and whoever keeps the directory. */
export const mayEditInstitution = (actor: Actor, { id }: { id: string }): boolean => mayAddInstitution(actor) || actsFor(actor, id);

/** Who acts for an institution is known to its own people and to whoever assigns work to it. */
export const maySeeFocalPoints = mayEditInstitution;

export const actsFor = (actor: Actor, id: string): boolean => holds(actor, 'institution', id, 'focal_point', 'deputy', 'approver');

/** News of an institution tells of assignments in sources that are not public, so it is for its own people. */
export const mayFollowInstitution = (actor: Actor, { id }: { id: string }): boolean => isAdministrator(actor) || actsFor(actor, id);
