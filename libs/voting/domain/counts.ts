export const choices = ['agree', 'disagree', 'pass'] as const;
export type Choice = (typeof choices)[number];

/** Agreement, disagreement and passes stand side by side; nothing is netted. */
export type Counts = Readonly<Record<Choice, number>>;

export const noCounts: Counts = { agree: 0, disagree: 0, pass: 0 };

/**
 * The counts after somebody chose, or chose again.
 * @param before what that person had chosen; null for a first choice
 */
export function moveCounts(counts: Counts, before: Choice | null, after: Choice): Counts {
  const moved = { ...counts };
  if (before) moved[before] -= 1;
  moved[after] += 1;
  return moved;
}

/** What a box holds: one choice a person, the last one. */
export const countChoices = (box: Iterable<Choice>): Counts => {
  let counts = noCounts;
  for (const choice of box) counts = moveCounts(counts, null, choice);
  return counts;
};
