import fc from 'fast-check';
import { constituencyCounts } from './constituency-counts';

const groups = fc.dictionary(fc.constantFrom('civil_society', 'government', 'un', 'academia', 'other'), fc.nat(40));
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);

describe('people by constituency', () => {
  it('names no group under five', () => {
    expect(constituencyCounts({ civil_society: 12, un: 4, academia: 1 })).toEqual({ civil_society: 12, other: 5 });
  });

  it('loses nobody and names only groups of five and more, whatever the room', () => {
    fc.assert(
      fc.property(groups, (counts) => {
        const told = constituencyCounts(counts);
        expect(sum(told)).toBe(sum(counts));
        for (const [name, count] of Object.entries(told)) if (name !== 'other') expect(count).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
