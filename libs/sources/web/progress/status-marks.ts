/** How a recommendation is drawn as one tick: by height and fill, so that it survives grey printing. Overdue hangs below the line. */
export type Mark = 'verified' | 'claimed' | 'near' | 'begun' | 'waiting' | 'silent' | 'overdue' | 'gone';

/** In the order in which ticks stand: what is furthest first, what is late last. */
export const marks: readonly Mark[] = ['verified', 'claimed', 'near', 'begun', 'waiting', 'silent', 'gone', 'overdue'];

const markOf: Readonly<Record<string, Mark>> = {
  verified: 'verified',
  implemented: 'claimed',
  disputed: 'claimed',
  substantially_implemented: 'near',
  in_progress: 'begun',
  returned: 'begun',
  no_update_received: 'silent',
  overdue: 'overdue',
  no_longer_applicable: 'gone',
  superseded: 'gone',
  withdrawn: 'gone',
  not_adopted: 'gone',
  merged: 'gone',
};

/** @param statuses as the domain's `listStatus` writes them; what is not known here is drawn as waiting */
export function ticksOf(statuses: readonly string[]): Mark[] {
  const ticks = statuses.map((status): Mark => markOf[status] ?? 'waiting');
  return ticks.sort((one, other) => marks.indexOf(one) - marks.indexOf(other));
}

/** Nobody is asked to carry these out. */
const OUT: readonly string[] = ['withdrawn', 'merged', 'not_adopted'];

/** What a sentence about a plan counts. Verified lines are implemented ones too. */
export interface Standing {
  total: number;
  implemented: number;
  verified: number;
  overdue: number;
}

export function standingOf(counts: Readonly<Record<string, number>>): Standing {
  const of = (...statuses: string[]) => statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  return {
    total: Object.entries(counts).reduce((sum, [status, count]) => (OUT.includes(status) ? sum : sum + count), 0),
    implemented: of('implemented', 'verified', 'disputed'),
    verified: of('verified'),
    overdue: of('overdue', 'no_update_received'),
  };
}

export const countsOf = (statuses: readonly string[]): Record<string, number> =>
  statuses.reduce<Record<string, number>>((counts, status) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }), {});
