import * as fc from 'fast-check';
import { readReportToken, signReportToken } from './report-token';

const secret = 'a secret of thirty-two characters';
const link = fc.record({
  assignmentId: fc.uuid(),
  accountId: fc.uuid(),
  dueVersion: fc.integer({ min: 1, max: 2 ** 31 }),
  expiresAt: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000)),
});

describe('the token of a report link', () => {
  it('reads back what it was made for', () => {
    fc.assert(fc.property(link, (made) => expect(readReportToken(secret, signReportToken(secret, made))).toEqual(made)));
  });

  it('is worth nothing once any character of it is changed', () => {
    fc.assert(
      fc.property(link, fc.nat(), fc.constantFrom('A', 'B', '-', '_', '9'), (made, place, letter) => {
        const token = signReportToken(secret, made);
        const at = place % token.length;
        const forged = token.slice(0, at) + letter + token.slice(at + 1);
        const same = Buffer.from(forged, 'base64url').equals(Buffer.from(token, 'base64url'));
        if (!same) expect(readReportToken(secret, forged)).toBeUndefined();
      }),
    );
  });

  it('is worth nothing under another secret, nor cut short, nor made up', () => {
    const token = signReportToken(secret, {
      assignmentId: '9f3c1c9e-8f0a-4c53-9d4e-2f0f5a1b7c11',
      accountId: '0b8f4a52-7f0e-4a55-8c80-0f6c5a6d7e22',
      dueVersion: 1,
      expiresAt: new Date(0),
    });
    expect(readReportToken('another secret of 32 characters...', token)).toBeUndefined();
    expect(readReportToken(secret, token.slice(0, 60))).toBeUndefined();
    expect(readReportToken(secret, '')).toBeUndefined();
    expect(readReportToken(secret, 'made-up')).toBeUndefined();
  });

  it('fits into an address', () => {
    fc.assert(
      fc.property(link, (made) => {
        const token = signReportToken(secret, made);
        expect(token).toMatch(/^[\w-]{99}$/);
      }),
    );
  });
});
