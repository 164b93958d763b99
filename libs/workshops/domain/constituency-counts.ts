/** A group smaller than this could be told apart by whoever knows the room. */
export const SMALLEST_GROUP = 5;
const REST = 'other';

/**
 * How many take part, by constituency, with every group under five counted among the others.
 * @param counts people by constituency
 * @returns the same total; `other` may itself be small, but then nobody can tell which groups it holds
 */
export function constituencyCounts(counts: Readonly<Record<string, number>>): Record<string, number> {
  const told: Record<string, number> = {};
  for (const [constituency, count] of Object.entries(counts)) {
    const name = count < SMALLEST_GROUP ? REST : constituency;
    if (count > 0) told[name] = (told[name] ?? 0) + count;
  }
  return told;
}
