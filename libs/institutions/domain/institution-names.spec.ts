import fc from 'fast-check';
import { foldName, type KnownInstitution, NameIndex } from './institution-names';

const interior: KnownInstitution = { id: 'interior', name: 'Ministry of the Interior', aliases: ['Interior'], parentId: null };
const police: KnownInstitution = { id: 'police', name: 'Federal Police', aliases: ['Interior-FedPol'], parentId: 'interior' };
const justice: KnownInstitution = { id: 'justice', name: 'Justice', aliases: ['Ministère de la Justice'], parentId: null };
const justicePolice: KnownInstitution = { id: 'justice-police', name: 'Training Office', aliases: [], parentId: 'justice' };
const interiorTraining: KnownInstitution = { id: 'interior-training', name: 'Training Office', aliases: [], parentId: 'interior' };
const all = [interior, police, justice, justicePolice, interiorTraining];

describe('names of institutions', () => {
  const index = new NameIndex(all);

  it.each([
    ['a name', { name: 'Justice' }, 'justice'],
    ['an alias in other case and without its accents', { name: 'MINISTERE DE LA JUSTICE' }, 'justice'],
    ['the kind of body where the directory leaves it out', { name: 'Ministry of Justice' }, 'justice'],
    ['a part of a named whole', { name: 'Federal Police', parent: 'Interior' }, 'police'],
    ['a part by the alias that joins both', { name: 'FedPol', parent: 'Interior' }, 'police'],
    ['a part written in one', { name: 'Interior-Federal Police' }, 'police'],
    ['the right one of two parts with the same name', { name: 'Training Office', parent: 'Justice' }, 'justice-police'],
  ])('are found by %s', (_, written, id) => {
    expect(index.find(written)).toBe(id);
  });

  it('that fit two institutions find neither', () => {
    expect(index.find({ name: 'Training Office' })).toBeUndefined();
  });

  it('of a part do not find the part of another whole', () => {
    expect(index.find({ name: 'Federal Police', parent: 'Justice' })).toBeUndefined();
  });

  it('do not depend on case, accents, punctuation or spacing', () => {
    const name = fc.stringMatching(/^[A-Za-zéüñç]{2,8}( [A-Za-zéüñç]{2,8}){0,3}$/);
    fc.assert(
      fc.property(name, (written) => {
        const known = new NameIndex([{ id: 'it', name: written, aliases: [], parentId: null }]);
        const blurred = written.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replaceAll(' ', '-  ');
        expect(known.find({ name: blurred })).toBe('it');
        expect(foldName(foldName(written))).toBe(foldName(written));
      }),
    );
  });

  it('added later are found as if they had been there from the start', () => {
    const grown = new NameIndex();
    all.forEach((one) => grown.add(one));
    for (const { id, name, parentId } of all) {
      const parent = all.find((one) => one.id === parentId)?.name;
      expect(grown.find({ name, parent })).toBe(id);
    }
  });
});
