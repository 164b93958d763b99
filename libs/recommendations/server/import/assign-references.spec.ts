import fc from 'fast-check';
import { assignReferences } from './assign-references';

describe('references', () => {
  it('are the codes, without a closing dot, and numbers where there is none', () => {
    expect(assignReferences([{ code: '1.a' }, {}, { code: '33.' }, {}], 'NAP3')).toEqual(['1.a', 'NAP3-01', '33', 'NAP3-02']);
  });

  it('count through a workshop without codes', () => {
    expect(assignReferences([{}, {}, {}], 'RH26')).toEqual(['RH26-01', 'RH26-02', 'RH26-03']);
  });

  it('give a code once; its second item gets a number', () => {
    expect(assignReferences([{ code: '8.b' }, { code: '8.b' }], 'NAP3')).toEqual(['8.b', 'NAP3-01']);
  });

  it('go on after the highest number that was ever given', () => {
    expect(assignReferences([{}], 'RH26', ['RH26-02', 'RH26-09', 'RH2-40'])).toEqual(['RH26-10']);
  });

  it('are never given twice, whatever the codes and whatever is taken', () => {
    const reference = fc.constantFrom('1.a', '1.b', '2', 'X-01', 'X-02', 'X-1', '');
    fc.assert(
      fc.property(fc.array(fc.record({ code: fc.option(reference, { nil: undefined }) })), fc.array(reference), (items, taken) => {
        const given = assignReferences(items, 'X', taken);
        expect(given).toHaveLength(items.length);
        expect(new Set([...given, ...taken]).size).toBe(given.length + new Set(taken).size);
        expect(given).not.toContain('');
      }),
    );
  });
});
