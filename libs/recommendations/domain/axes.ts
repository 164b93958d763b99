import { transitionTable } from '@uptake/kernel';

/**
 * The four axes of a recommendation. They are separate and never merged: what was decided, what an institution answered, what it says it
 * did, and what a coordinator found. Tables, checked at start. Source: shared vocabulary of the follow-up of recommendations (docs/field.md).
 */
export const lifecycle = transitionTable<Lifecycle>(
  {
    draft: ['proposed', 'withdrawn'],
    proposed: ['in_ballot', 'adopted', 'not_adopted', 'merged', 'withdrawn'],
    in_ballot: ['proposed', 'adopted', 'not_adopted', 'merged', 'withdrawn'],
    adopted: ['withdrawn'],
    not_adopted: ['proposed', 'adopted'],
    merged: ['proposed'],
    withdrawn: ['draft', 'proposed', 'adopted'],
  },
  'draft',
);
export type Lifecycle = 'draft' | 'proposed' | 'in_ballot' | 'adopted' | 'not_adopted' | 'merged' | 'withdrawn';

/** An institution's answer to its assignment; it may change its mind, but not take back that it answered. */
export const response = transitionTable<Response>(
  {
    awaiting: ['accepted', 'partially_accepted', 'not_accepted', 'noted'],
    accepted: ['partially_accepted', 'not_accepted'],
    partially_accepted: ['accepted', 'not_accepted'],
    not_accepted: ['accepted', 'partially_accepted', 'noted'],
    noted: ['accepted', 'partially_accepted', 'not_accepted'],
  },
  'awaiting',
);
export type Response = 'awaiting' | 'accepted' | 'partially_accepted' | 'not_accepted' | 'noted';

/** What an institution reports. *Overdue* and *no update received* are computed, never chosen. */
export const implementation = transitionTable<Implementation>(
  {
    not_started: ['in_progress', 'substantially_implemented', 'implemented', 'blocked', 'no_longer_applicable', 'superseded'],
    in_progress: ['not_started', 'substantially_implemented', 'implemented', 'blocked', 'no_longer_applicable', 'superseded'],
    substantially_implemented: ['in_progress', 'implemented', 'blocked', 'no_longer_applicable', 'superseded'],
    implemented: ['in_progress', 'substantially_implemented'],
    blocked: ['not_started', 'in_progress', 'substantially_implemented', 'implemented', 'no_longer_applicable', 'superseded'],
    no_longer_applicable: ['not_started', 'in_progress'],
    superseded: ['not_started', 'in_progress'],
  },
  'not_started',
);
export type Implementation =
  'not_started' | 'in_progress' | 'substantially_implemented' | 'implemented' | 'blocked' | 'no_longer_applicable' | 'superseded';

/** What a coordinator found. A new claim puts it back to unverified. */
export const verification = transitionTable<Verification>(
  {
    unverified: ['under_review', 'verified', 'returned', 'disputed'],
    under_review: ['verified', 'returned', 'disputed', 'unverified'],
    verified: ['under_review', 'disputed', 'unverified'],
    returned: ['under_review', 'verified', 'disputed', 'unverified'],
    disputed: ['under_review', 'verified', 'returned', 'unverified'],
  },
  'unverified',
);
export type Verification = 'unverified' | 'under_review' | 'verified' | 'returned' | 'disputed';

export const parts = ['lead', 'supporting', 'consulted'] as const;
export type Part = (typeof parts)[number];
