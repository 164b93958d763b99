import type { LocalDate } from '@uptake/kernel';
import { type Implementation, implementation, type Lifecycle, lifecycle } from './axes';
import { type Deadline, deadlineStanding } from './deadline-standing';

/** What the list shows for a recommendation: one of the states, or what the calendar says of it. */
export type ListStatus =
  'overdue' | 'returned' | 'no_update_received' | 'disputed' | 'verified' | 'not_assigned' | Implementation | Exclude<Lifecycle, 'adopted'>;

/** Every status, most urgent first: the order of the filter. */
export const listStatuses: readonly ListStatus[] = [
  'overdue',
  'returned',
  'no_update_received',
  'disputed',
  ...implementation.states,
  'verified',
  'not_assigned',
  ...lifecycle.states.filter((state) => state !== 'adopted'),
];

/**
 * One word for a row of the list; the page shows the four axes apart. Until it is adopted, its place in its life says most; from then on
 * the lead's standing is the recommendation's: first what waits for somebody (late, returned, silent, disputed), then what was found, then
 * what the lead reports. Source: shared vocabulary of the follow-up of recommendations.
 * @param lead the standing of the lead's assignment; null where nobody leads
 * @param today the day on the wall in the time zone of the source
 */
export function listStatus(state: Lifecycle, lead: Deadline | null, today: LocalDate): ListStatus {
  if (state !== 'adopted') return state;
  if (!lead) return 'not_assigned';
  const standing = deadlineStanding(lead, today);
  if (standing === 'overdue') return 'overdue';
  if (lead.verification === 'returned') return 'returned';
  if (standing === 'no_update_received') return 'no_update_received';
  if (lead.verification === 'disputed' || lead.verification === 'verified') return lead.verification;
  return lead.implementation;
}
