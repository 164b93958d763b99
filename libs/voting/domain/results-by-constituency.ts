import { SMALLEST_GROUP } from '@uptake/workshops/domain';
import { choices, type Counts } from './counts';

const sizeOf = (counts: Counts): number => choices.reduce((sum, choice) => sum + counts[choice], 0);

/**
 * The counts of one recommendation by constituency, as far as they may be shown beside its total. A group under `SMALLEST_GROUP` people who
 * chose is left out; and as the total less what is shown tells how those left out chose together, they too must be so many: otherwise the
 * smallest group shown is left out with them. (Primary and complementary suppression, as in the tables of statistical offices.)
 * @param counted how everybody in each constituency chose on this recommendation
 * @returns what may be shown, by constituency; the constituencies that are missing can't be worked out from it
 */
export function resultsByConstituency(counted: Readonly<Record<string, Counts>>): Record<string, Counts> {
  const groups = Object.entries(counted).sort(([, one], [, other]) => sizeOf(one) - sizeOf(other));
  const shown = groups.filter(([, counts]) => sizeOf(counts) >= SMALLEST_GROUP);
  const left = groups.reduce((sum, [, counts]) => sum + sizeOf(counts), 0) - shown.reduce((sum, [, counts]) => sum + sizeOf(counts), 0);
  if (left > 0 && left < SMALLEST_GROUP) shown.shift();
  return Object.fromEntries(shown);
}
