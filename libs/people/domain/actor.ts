import type { Role, RoleHeld, Scope } from './roles';

/** Whoever acts: an account with the roles that it holds now, a guest who joined by code, or nobody. */
export interface Actor {
  accountId: string | null;
  isGuest: boolean;
  roles: readonly RoleHeld[];
}

export const nobody: Actor = { accountId: null, isGuest: true, roles: [] };

/** Whether the actor holds one of `roles` in this very source, workshop or institution. */
export const holds = (actor: Actor, scope: Scope, scopeId: string, ...roles: Role[]): boolean =>
  actor.roles.some((held) => held.scope === scope && held.scopeId === scopeId && roles.includes(held.role));

/** Whether the actor holds one of `roles` anywhere. */
export const holdsAnywhere = (actor: Actor, ...roles: Role[]): boolean => actor.roles.some((held) => roles.includes(held.role));

export const isAdministrator = (actor: Actor): boolean => holdsAnywhere(actor, 'administrator');

/** The ids of the things of one kind in which the actor holds one of `roles` (any role, if none is named). */
export const scopesOf = (actor: Actor, scope: Scope, ...roles: Role[]): string[] =>
  actor.roles
    .filter((held) => held.scope === scope && (!roles.length || roles.includes(held.role)))
    .flatMap(({ scopeId }) => scopeId ?? []);
