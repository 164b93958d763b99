import fc from 'fast-check';
import { choices, type Counts } from './counts';
import { resultsByConstituency } from './results-by-constituency';

const sizeOf = (counts: Counts) => choices.reduce((sum, choice) => sum + counts[choice], 0);
const people = (agree: number, disagree = 0, pass = 0): Counts => ({ agree, disagree, pass });

describe('results by constituency', () => {
  it('tell every group of five and more', () => {
    const counted = { civil_society: people(3, 1, 1), government: people(0, 6) };
    expect(resultsByConstituency(counted)).toEqual(counted);
  });

  it('leave out the smallest group that could be shown, where the total would tell the one that can not', () => {
    const counted = { civil_society: people(4, 3), government: people(5, 1), un: people(1) };
    expect(resultsByConstituency(counted)).toEqual({ civil_society: people(4, 3) });
  });

  it('leave it out too where two that are left out are under five together', () => {
    const counted = { civil_society: people(4, 3), government: people(5, 1), un: people(1), academia: people(0, 2) };
    expect(resultsByConstituency(counted)).toEqual({ civil_society: people(4, 3) });
  });

  it('tell the larger groups where those left out are enough to hide each other', () => {
    const counted = { civil_society: people(4, 3), un: people(1, 2), academia: people(0, 2) };
    expect(resultsByConstituency(counted)).toEqual({ civil_society: people(4, 3) });
  });

  it('tell nothing of a room with one group, were it not for somebody who came alone', () => {
    expect(resultsByConstituency({ civil_society: people(6), un: people(1) })).toEqual({});
  });

  const counts = fc.record({ agree: fc.nat(6), disagree: fc.nat(4), pass: fc.nat(3) });
  const constituency = fc.constantFrom('civil_society', 'government', 'security_sector', 'un', 'academia', 'other');

  it('never let anybody work out a group under five, from what is shown and the total', () => {
    fc.assert(
      fc.property(fc.dictionary(constituency, counts), (counted) => {
        const shown = resultsByConstituency(counted);
        const names = Object.keys(counted).filter((name) => sizeOf(counted[name] as Counts) > 0);
        const total = names.reduce((sum, name) => sum + sizeOf(counted[name] as Counts), 0);
        // What can be worked out is any of the sums that are told or are differences of such: of shown groups, with or without the rest.
        const known = Object.keys(shown).map((name) => new Set([name]));
        const rest = new Set(names.filter((name) => !(name in shown)));
        if (rest.size) known.push(rest);
        for (const group of known) {
          const size = [...group].reduce((sum, name) => sum + sizeOf(counted[name] as Counts), 0);
          expect(size >= 5 || size === total).toBe(true);
        }
        if (Object.keys(shown).length) expect(rest.size).not.toBe(1);
        for (const name of Object.keys(shown)) expect(shown[name]).toEqual(counted[name]);
      }),
      { numRuns: 2000 },
    );
  });
});
