/** What the public address of a recommendation is made from. */
interface Coded {
  code?: string | undefined;
}

/**
 * The references of items that are new in a source: an item's own code where it has one that is still free, otherwise the prefix and a
 * running number ("RH26-07"). Numbers are never given twice, also not those of items that a later document left out.
 * @param prefix of the source
 * @param taken references that the source has given already
 * @returns one for each item, in the same order
 */
export function assignReferences(items: readonly Coded[], prefix: string, taken: Iterable<string> = []): string[] {
  const given = new Set(taken);
  const width = Math.max(2, String(items.length).length);
  let last = highestNumber(given, prefix);
  return items.map(({ code }) => {
    let reference = code?.trim().replace(/\.+$/, '') ?? '';
    while (reference === '' || given.has(reference)) reference = `${prefix}-${String(++last).padStart(width, '0')}`;
    given.add(reference);
    return reference;
  });
}

const highestNumber = (references: Iterable<string>, prefix: string): number =>
  [...references].reduce((highest, reference) => {
    const number = reference.startsWith(`${prefix}-`) ? Number(reference.slice(prefix.length + 1)) : NaN;
    return Number.isInteger(number) ? Math.max(highest, number) : highest;
  }, 0);
