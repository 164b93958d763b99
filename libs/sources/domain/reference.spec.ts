import { compareReferences, followsReference, groupOf, nextReference, parseReference, repairLookAlikes, type Reference } from './reference';

const read = (written: string): Reference => {
  const reference = parseReference(written);
  if (!reference) throw new Error(`${written} is no code`);
  return reference;
};

describe('codes', () => {
  it.each(['9', '9.', '3)', '1.a', '4.b.', '1a', '1.2.3', 'A.1', 'R12', 'GNWP15-12'])('"%s" is a code', (written) => {
    expect(parseReference(written)).toBeDefined();
  });

  it.each(['1 -', '', 'Total', 'see 1.a', '-', 'б.а'])('"%s" is no code', (written) => {
    expect(parseReference(written)).toBeUndefined();
  });

  it('means the same with and without its last dot', () => {
    expect(read('4.b.').key).toBe(read('4.b').key);
    expect(read('9.').key).toBe(read('9').key);
  });

  it('comes in the order of its parts', () => {
    const sorted = ['10.a', '9.', '2.b', '2.a', '1.aa', '1.b'].map(read).sort(compareReferences);
    expect(sorted.map(({ key }) => key)).toEqual(['1.b', '1.aa', '2.a', '2.b', '9', '10.a']);
  });

  it('knows its group and the code that follows', () => {
    expect(groupOf(read('18.c'))).toBe('18');
    expect(groupOf(read('9.'))).toBe('9');
    expect(nextReference(read('18.c'))?.key).toBe('18.d');
    expect(nextReference(read('2.9'))?.key).toBe('2.10');
    expect(nextReference(read('1.z'))).toBeUndefined();
  });

  it.each([
    ['1.a', '1.b', true],
    ['5.f', '6.a', true],
    ['8.b', '9.', true],
    ['9.', '10.a', true],
    ['9.', '10.', true],
    ['A.2', 'B.1', true],
    ['1.2.3', '1.3.1', true],
    ['3', '3.1', true],
    ['7.b', '1.a', true],
    ['1.a', '1.c', false],
    ['5.f', '7.a', false],
    ['5.f', '6.b', false],
    ['9.', '11.', false],
  ])('after %s, %s comes right behind: %s', (before, after, expected) => {
    expect(followsReference(read(before), read(after))).toBe(expected);
  });

  it('suggests a code for look-alike letters, and nothing where none are', () => {
    expect(repairLookAlikes('б.а')).toBe('6.a');
    expect(repairLookAlikes('1З.с')).toBe('13.c');
    expect(repairLookAlikes('6.a')).toBeUndefined();
    expect(repairLookAlikes('ю.я')).toBeUndefined();
  });
});
