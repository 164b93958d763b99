import { TestBed } from '@angular/core/testing';
import { IcuTranspiler } from './icu-transpiler';
import { boldEnd, boldStart, sentenceParts } from './bold-marks';

describe('the ICU transpiler', () => {
  const transpile = (value: string, params: Record<string, unknown> = {}) =>
    TestBed.inject(IcuTranspiler).transpile({ value, params, translation: {}, key: 'key' });

  beforeEach(() => TestBed.configureTestingModule({ providers: [IcuTranspiler] }));

  it('counts in words', () => {
    const message = '{count, plural, =0 {No update is late} one {One update is late} other {# updates are late}}';
    expect([0, 1, 1204].map((count) => transpile(message, { count }))).toEqual([
      'No update is late',
      'One update is late',
      '1,204 updates are late',
    ]);
  });

  it('puts values into sentences and leaves plain sentences and apostrophes alone', () => {
    expect(transpile('Closes at {time}', { time: '11:45' })).toBe('Closes at 11:45');
    expect(transpile("The lead's status stands.")).toBe("The lead's status stands.");
  });

  it('marks bold words without making markup of them', () => {
    const sentence = transpile('The Police reports <b>{status}</b>.', { status: '<img src=x>' });
    expect(sentence).toBe(`The Police reports ${boldStart}<img src=x>${boldEnd}.`);
    expect(sentenceParts(String(sentence))).toEqual([
      { text: 'The Police reports ', bold: false },
      { text: '<img src=x>', bold: true },
      { text: '.', bold: false },
    ]);
  });
});
