import * as fc from 'fast-check';
import { partsAsNamed } from './parts-as-named';

const named = fc.uniqueArray(fc.record({ institutionId: fc.uuid(), coordinating: fc.boolean() }), {
  selector: (body) => body.institutionId,
});

describe('the parts that a document means', () => {
  it('give the lead to the body that it calls coordinating', () => {
    expect(
      partsAsNamed([
        { institutionId: 'justice', coordinating: false },
        { institutionId: 'interior', coordinating: true },
      ]),
    ).toEqual([
      { institutionId: 'justice', part: 'supporting' },
      { institutionId: 'interior', part: 'lead' },
    ]);
  });

  it('have one lead wherever a body is named, and every body once', () => {
    fc.assert(
      fc.property(named, (bodies) => {
        const given = partsAsNamed(bodies);
        expect(given.filter(({ part }) => part === 'lead')).toHaveLength(bodies.length ? 1 : 0);
        expect(given.map(({ institutionId }) => institutionId)).toEqual(bodies.map(({ institutionId }) => institutionId));
      }),
    );
  });
});
