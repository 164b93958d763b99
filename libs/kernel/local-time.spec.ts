import * as fc from 'fast-check';
import { addDays, dayIn, daysBetween, instantOf, isTimeZone, minuteOfDayIn, weekday } from './local-time';

describe('local time', () => {
  it('resolves a deadline in the zone where it holds', () => {
    expect(instantOf('2026-06-30', '17:00', 'Europe/Brussels').toISOString()).toBe('2026-06-30T15:00:00.000Z');
    expect(instantOf('2026-12-31', '17:00', 'America/New_York').toISOString()).toBe('2026-12-31T22:00:00.000Z');
  });

  it('moves a time that the spring change skips past the change', () => {
    expect(instantOf('2026-03-29', '02:30', 'Europe/Brussels').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('takes the first of two equal times in autumn', () => {
    expect(instantOf('2026-10-25', '02:30', 'Europe/Brussels').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('reads back the day and minute that it resolved, in any zone and on any day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('UTC', 'Europe/Brussels', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'),
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 8, max: 18 }),
        (zone, day, hour) => {
          const date = addDays('2024-01-01', day);
          const instant = instantOf(date, `${String(hour).padStart(2, '0')}:15`, zone);
          expect(dayIn(zone, instant)).toBe(date);
          expect(minuteOfDayIn(zone, instant)).toBe(hour * 60 + 15);
        },
      ),
    );
  });

  it('counts days over a leap year and names weekdays from Monday', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(weekday('2026-11-22')).toBe(7);
    expect(weekday('2026-11-23')).toBe(1);
  });

  it('knows a time zone from a typing error', () => {
    expect(isTimeZone('Europe/Brussels')).toBe(true);
    expect(isTimeZone('Europe/Brussel')).toBe(false);
  });
});
