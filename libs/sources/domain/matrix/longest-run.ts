/**
 * The longest strictly increasing choice of values, in their order.
 * @returns the indices of the chosen values
 */
export function longestRun<Value>(values: readonly Value[], compare: (a: Value, b: Value) => number): number[] {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tail = values[tails[middle] ?? 0] as Value;
      if (compare(tail, value) < 0) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tails[low - 1] : undefined;
    tails[low] = index;
  });
  const run: number[] = [];
  for (let at = tails.at(-1); at !== undefined; at = before[at]) run.unshift(at);
  return run;
}
