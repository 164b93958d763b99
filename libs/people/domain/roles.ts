/** Every role, by the kind of thing in which it is held. */
export const rolesOf = {
  system: ['administrator'],
  source: ['coordinator', 'civil_society'],
  workshop: ['chair', 'facilitator', 'rapporteur', 'speaker', 'participant', 'observer'],
  institution: ['focal_point', 'deputy', 'approver'],
} as const;

export type Scope = keyof typeof rolesOf;
export type Role = (typeof rolesOf)[Scope][number];

export interface RoleHeld {
  role: Role;
  scope: Scope;
  /** The source, workshop or institution; `null` for the whole system. */
  scopeId: string | null;
}
