/**
 * What an edit changed, told in as few words as it takes: the stretch between the words that both texts begin with and those that both
 * end with.
 * @returns null where the texts are the same, or where so much changed that a quotation would not help (more than `most` words)
 */
export function changedWords(before: string, after: string, most = 12): { before: string; after: string } | null {
  const [one, other] = [before.split(/\s+/), after.split(/\s+/)];
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [gone, come] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const longest = Math.max(gone.length, come.length);
  return longest === 0 || longest > most ? null : withoutSharedMark({ before: gone.join(' '), after: come.join(' ') });
}

/** A full stop that both end with was not changed either. */
function withoutSharedMark({ before, after }: { before: string; after: string }): { before: string; after: string } {
  const mark = /[.,;:!?]$/.exec(before)?.[0];
  if (!mark || !after.endsWith(mark)) return { before, after };
  return { before: before.slice(0, -1), after: after.slice(0, -1) };
}
