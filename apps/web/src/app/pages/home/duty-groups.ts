import type { Duty } from '@uptake/assignments/contracts';

export const dutyGroups = ['overdue', 'returned', 'dueThisMonth', 'awaiting', 'later'] as const;
export type DutyGroup = (typeof dutyGroups)[number];

/**
 * Duties by what they ask for, the most pressing group first; a duty stands in one group only.
 * @param today the person's own day; a month ends where theirs does
 */
export function groupDuties(duties: readonly Duty[], today: string): ReadonlyMap<DutyGroup, readonly Duty[]> {
  const groups = new Map<DutyGroup, Duty[]>(dutyGroups.map((group) => [group, []]));
  for (const duty of duties) groups.get(groupOf(duty, today))?.push(duty);
  return groups;
}

function groupOf({ urgency, dueOn }: Duty, today: string): DutyGroup {
  if (urgency === 'overdue' || urgency === 'returned' || urgency === 'awaiting') return urgency;
  return urgency === 'due' && dueOn?.slice(0, 7) === today.slice(0, 7) ? 'dueThisMonth' : 'later';
}
