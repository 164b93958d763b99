import fc from 'fast-check';
import { type Choice, choices, countChoices, moveCounts, noCounts } from './counts';

const choice = fc.constantFrom(...choices);

describe('the counts of a recommendation', () => {
  it('equal the last choice of everybody, however often minds were changed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), choice)), (votes) => {
        const last = new Map<number, Choice>();
        let counts = noCounts;
        for (const [person, chosen] of votes) {
          counts = moveCounts(counts, last.get(person) ?? null, chosen);
          last.set(person, chosen);
        }
        expect(counts).toEqual(countChoices(last.values()));
      }),
    );
  });

  it('never net agreement against disagreement', () => {
    expect(countChoices(['agree', 'agree', 'disagree', 'pass'])).toEqual({ agree: 2, disagree: 1, pass: 1 });
  });

  it('stay as they are when the same is chosen again', () => {
    fc.assert(fc.property(choice, (chosen) => expect(moveCounts(countChoices([chosen]), chosen, chosen)).toEqual(countChoices([chosen]))));
  });
});
