import { type Actor, holds, holdsAnywhere, isAdministrator } from '@uptake/people/domain';
import type { RoomRule } from './room-rule';

/** What decides who may do what in a workshop. */
export interface WorkshopAccess {
  id: string;
  /** The source that is worked on; its coordinators may do what the facilitator may. */
  sourceId: string | null;
  rule: RoomRule;
}

const coordinatesIts = (actor: Actor, { sourceId }: WorkshopAccess): boolean =>
  sourceId !== null && holds(actor, 'source', sourceId, 'coordinator');

/** Whoever has a seat, whatever their part; coordinators of the source; administrators. Nobody else learns that it exists. */
export const mayReadWorkshop = (actor: Actor, workshop: WorkshopAccess): boolean =>
  isAdministrator(actor) ||
  coordinatesIts(actor, workshop) ||
  holds(actor, 'workshop', workshop.id, 'chair', 'facilitator', 'rapporteur', 'speaker', 'participant', 'observer');

/** Run it: change what is written about it, show the code, add participants, open and close ballots. */
export const mayFacilitate = (actor: Actor, workshop: WorkshopAccess): boolean =>
  isAdministrator(actor) || coordinatesIts(actor, workshop) || holds(actor, 'workshop', workshop.id, 'facilitator');

/** Under the Chatham House rule the list of names stays with those who made it. */
export const mayListParticipants = (actor: Actor, workshop: WorkshopAccess): boolean =>
  workshop.rule === 'chatham_house' ? mayFacilitate(actor, workshop) : mayReadWorkshop(actor, workshop);

/** People who coordinate something, and administrators. */
export const mayCreateWorkshop = (actor: Actor): boolean => isAdministrator(actor) || holdsAnywhere(actor, 'coordinator');

/** A workshop opens its source to whoever sits in it, so only those who run that source may tie one to it. */
export const mayWorkOn = (actor: Actor, sourceId: string): boolean =>
  isAdministrator(actor) || holds(actor, 'source', sourceId, 'coordinator');
