import { TestBed } from '@angular/core/testing';
import { Locale } from './locale';

describe('dates as a person reads them', () => {
  let locale: Locale;
  beforeEach(() => {
    locale = TestBed.inject(Locale);
    locale.timeZone.set('Pacific/Auckland');
  });

  it('have the month in words', () => {
    expect(locale.day('2026-03-12')).toBe('12 March 2026');
    expect(locale.day('2026-03-12', 'short')).toBe('12 Mar 2026');
    expect(locale.day('2026-03-12', 'weekday')).toBe('Thursday, 12 March 2026');
  });

  it('are said once for several of them as far as they agree', () => {
    expect(locale.days('2026-03-12', '2026-03-13')).toMatch(/^12\s?–\s?13 March 2026$/);
    expect(locale.days('2026-03-31', '2026-04-01', 'short')).toMatch(/^31 Mar\s?–\s?1 Apr 2026$/);
    expect(locale.days('2026-03-12', '2026-03-12')).toBe('12 March 2026');
  });

  it('follow the time zone where they are instants, and stand as they are where they are days', () => {
    expect(locale.moment('2026-03-12T11:45:00Z')).toBe('13 March 2026 at 00:45');
    locale.timeZone.set('America/Lima');
    expect(locale.day('2026-03-12T03:00:00Z')).toBe('11 March 2026');
    expect(locale.day('2026-03-12')).toBe('12 March 2026');
  });

  it('are counted from the day that it is where the person is', () => {
    const lateOnThe11thInUtc = new Date('2026-03-11T22:00:00Z');
    expect(locale.daysFromToday('2026-03-12', lateOnThe11thInUtc)).toBe(0);
    locale.timeZone.set('UTC');
    expect(locale.daysFromToday('2026-03-12', lateOnThe11thInUtc)).toBe(1);
  });

  it('are told from today in words', () => {
    const now = new Date('2026-06-16T00:00:00Z');
    locale.timeZone.set('UTC');
    expect(locale.fromToday('2026-06-30', now)).toBe('in 14 days');
    expect(locale.fromToday('2026-06-15', now)).toBe('yesterday');
  });
});
