import { readCodes } from './code-sequence';

const codes = (...written: string[]) => readCodes(written.map((one) => ({ written: one, part: 0 }))).map(({ code }) => code ?? '-');

describe('the sequence of codes', () => {
  it('leaves out numbers that go back, repeat or have another shape', () => {
    expect(codes('1.a', '1.b', '1', '2.a', '1.a', '2.b', '2.8', '3.', '4.a', '1 -')).toEqual([
      '1.a',
      '1.b',
      '-',
      '2.a',
      '-',
      '2.b',
      '-',
      '3.',
      '4.a',
      '-',
    ]);
  });

  it('repairs look-alike letters only where the repaired code fits', () => {
    const [, repaired, , unfitting] = readCodes(['5.f', 'б.а', '7.a', 'б.а', '8.a'].map((written) => ({ written, part: 0 })));
    expect(repaired).toMatchObject({ code: '6.a', repaired: true });
    expect(unfitting).toEqual({ suggestion: '6.a' });
  });

  it('closes codes with a dot as the document mostly does', () => {
    expect(codes('1.a', '1.b.', '1.c', '2.', '3.', '4')).toEqual(['1.a', '1.b', '1.c', '2.', '3.', '4.']);
  });

  it('lets numbers begin anew in each part', () => {
    const cells = [1, 2, 3].flatMap((part) => ['1', '2', '3'].map((written) => ({ written, part })));
    expect(readCodes(cells).map(({ code }) => code)).toEqual(['1', '2', '3', '1', '2', '3', '1', '2', '3']);
  });
});
