/** The legal moves of one axis: for each state, the states that it may move to. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

export interface TransitionTable<State extends string> {
  readonly states: readonly State[];
  readonly start: State;
  allows(from: State, to: State): boolean;
  next(from: State): readonly State[];
}

/**
 * Checks a table once, when the program starts.
 * @param transitions for each state the states that may follow
 * @param start the state in which everything begins
 * @throws when a target is unknown, a state follows itself, or a state can't be reached from `start`
 */
export function transitionTable<State extends string>(transitions: Transitions<State>, start: NoInfer<State>): TransitionTable<State> {
  const states = Object.keys(transitions) as State[];
  for (const from of states) {
    for (const to of transitions[from]) {
      if (!states.includes(to)) throw new Error(`${from} leads to ${to}, which is no state`);
      if (from === to) throw new Error(`${from} leads to itself`);
    }
  }
  const reached = new Set<State>([start]);
  for (const state of reached) for (const to of transitions[state]) reached.add(to);
  const lost = states.filter((state) => !reached.has(state));
  if (lost.length) throw new Error(`No way leads from ${start} to ${lost.join(', ')}`);
  return {
    states,
    start,
    allows: (from, to) => transitions[from].includes(to),
    next: (from) => transitions[from],
  };
}
