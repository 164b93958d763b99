import { decode } from './read-file';

describe('a file', () => {
  const bytes = (...values: number[]) => new Uint8Array(values);

  it('is read as UTF-8, with or without its mark', () => {
    expect(decode(new Uint8Array(Buffer.from('Défense б.а')))).toBe('Défense б.а');
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x41))).toBe('A');
  });

  it('is read in the older encoding of Windows where it is no UTF-8', () => {
    expect(decode(bytes(0x44, 0xe9, 0x66, 0x93, 0x94))).toBe('Déf“”');
  });

  it('is read as UTF-16 by its mark', () => {
    expect(decode(bytes(0xff, 0xfe, 0x41, 0x00))).toBe('A');
  });

  it('is no text where it holds signs that no text has', () => {
    expect(decode(bytes(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00))).toBeUndefined();
  });
});
