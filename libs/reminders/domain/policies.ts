import { type Actor, isAdministrator, scopesOf } from '@uptake/people/domain';

/**
 * Whose reminders somebody may look at: a coordinator those of their own sources, an administrator all.
 * @returns ids of sources, or `all`
 */
export const sourcesWithLedger = (actor: Actor): string[] | 'all' =>
  isAdministrator(actor) ? 'all' : scopesOf(actor, 'source', 'coordinator');
