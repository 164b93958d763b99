import { type Actor, holds, isAdministrator } from '@uptake/people/domain';

/** Where a recommendation stands, as far as rights go. Who may read it is who may read its source. */
export interface Standing {
  sourceId: string;
  /** The workshops that its source came out of. */
  workshopIds: readonly string[];
}

/** Adopt, assign, withdraw: a coordinator of the source, or an administrator. */
export const mayDecide = (actor: Actor, { sourceId }: Pick<Standing, 'sourceId'>): boolean =>
  isAdministrator(actor) || holds(actor, 'source', sourceId, 'coordinator');

/** Edit the text, with the difference kept: a rapporteur of the workshop, too. */
export const mayEdit = (actor: Actor, { sourceId, workshopIds }: Standing): boolean =>
  mayDecide(actor, { sourceId }) || workshopIds.some((workshopId) => holds(actor, 'workshop', workshopId, 'rapporteur'));
