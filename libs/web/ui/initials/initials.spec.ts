import { initialsOf } from './initials';

describe('initials', () => {
  it.each([
    ['Marta Delacroix', 'MD'],
    ['Ana María de la Cruz', 'AC'],
    ['  Suharto ', 'S'],
    ['نور حداد', 'نح'],
    ['élise öberg', 'ÉÖ'],
    ['', ''],
  ])('of %s are %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
