import { type Actor, holds, holdsAnywhere, isAdministrator, scopesOf } from '@uptake/people/domain';

export type SourceVisibility = 'public' | 'members';

/** What decides who may read a source. */
export interface SourceStanding {
  id: string;
  visibility: SourceVisibility;
  /** Its import was undone; nobody reads it until it is restored. */
  isWithdrawn: boolean;
  /** The workshops that work on it. */
  workshopIds: readonly string[];
  /** Institutions that have an assignment in it now. */
  institutionIds: readonly string[];
}

/** Assign, verify, remind, change, import again: a coordinator of this source, or an administrator. */
export const mayCoordinate = (actor: Actor, { id }: Pick<SourceStanding, 'id'>): boolean =>
  isAdministrator(actor) || holds(actor, 'source', id, 'coordinator');

/** Whoever coordinates anything may bring in another document, and coordinates that one from then on. */
export const mayImport = (actor: Actor): boolean => isAdministrator(actor) || holdsAnywhere(actor, 'coordinator');

/**
 * A public source is open to everybody; another one to its coordinators and accredited civil society, to the participants of its
 * workshops and to the people of institutions that have an assignment in it. `visibleSources` says the same to the database.
 */
export function mayReadSource(actor: Actor, source: SourceStanding): boolean {
  if (source.isWithdrawn) return false;
  if (source.visibility === 'public' || mayCoordinate(actor, source)) return true;
  const [workshops, institutions] = [scopesOf(actor, 'workshop'), scopesOf(actor, 'institution')];
  return (
    holds(actor, 'source', source.id, 'civil_society') ||
    source.workshopIds.some((id) => workshops.includes(id)) ||
    source.institutionIds.some((id) => institutions.includes(id))
  );
}
