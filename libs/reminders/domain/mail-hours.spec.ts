import { addDays, dayIn, daysBetween, minuteOfDayIn, weekday } from '@uptake/kernel';
import * as fc from 'fast-check';
import { heldUntil, mayGoOut, nextMorning, reminderDay } from './mail-hours';

const hours = { from: '08:00', until: '19:00', weekdays: [1, 2, 3, 4, 5] };
const zones = ['UTC', 'Europe/Brussels', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Apia', 'Australia/Lord_Howe'];
const anyZone = fc.constantFrom(...zones);
/** The hours around every change of the clocks are among them. */
const anyInstant = fc.date({ min: new Date('2011-12-20T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true });
const iso = (instant: Date) => instant.toISOString();

describe('a reminder', () => {
  it.each([
    ['an evening waits for the morning', '2026-06-30T17:00:00Z', '2026-07-01T06:00:00Z'],
    ['the early morning waits for eight', '2026-06-30T03:00:00Z', '2026-06-30T06:00:00Z'],
    ['a Friday evening waits for Monday', '2026-07-03T17:00:00Z', '2026-07-06T06:00:00Z'],
    ['the weekend on which the clocks go forward waits for Monday at eight', '2026-03-28T12:00:00Z', '2026-03-30T06:00:00Z'],
    ['the weekend on which they go back does too', '2026-10-24T12:00:00Z', '2026-10-26T07:00:00Z'],
    ['a working day goes out at once', '2026-06-30T16:59:59Z', '2026-06-30T16:59:59Z'],
  ])('of %s in Brussels', (_, found, goes) => {
    expect(heldUntil(hours, 'Europe/Brussels', new Date(found)).getTime()).toBe(Date.parse(goes));
  });

  it('goes out at eight where the recipient lives', () => {
    const midnight = new Date('2026-06-30T00:00:00Z');
    expect(iso(heldUntil(hours, 'America/New_York', midnight))).toBe('2026-06-30T12:00:00.000Z');
    expect(iso(heldUntil(hours, 'Pacific/Kiritimati', midnight))).toBe('2026-06-30T00:00:00.000Z');
  });

  it('never goes out in the night or at a weekend, and waits no longer than it has to', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, found) => {
        const goes = heldUntil(hours, zone, found);
        const minute = minuteOfDayIn(zone, goes);
        expect(weekday(dayIn(zone, goes))).toBeLessThanOrEqual(5);
        expect(minute >= 8 * 60 && minute < 19 * 60).toBe(true);
        expect(goes >= found).toBe(true);
        for (let between = found.getTime(); between < goes.getTime(); between += 15 * 60_000)
          expect(mayGoOut(hours, zone, new Date(between))).toBe(false);
      }),
    );
  });

  it('that follows another mail of the day goes out at eight on the next working day', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, at) => {
        const goes = nextMorning(hours, zone, at);
        expect(minuteOfDayIn(zone, goes)).toBe(8 * 60);
        expect(daysBetween(dayIn(zone, at), dayIn(zone, goes))).toBeGreaterThanOrEqual(1);
        expect(daysBetween(dayIn(zone, at), dayIn(zone, goes))).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('goes out whenever it comes due where there are no hours', () => {
    const night = new Date('2026-07-04T23:00:00Z');
    expect(heldUntil('always', 'UTC', night)).toBe(night);
    expect(nextMorning('always', 'UTC', night)).toBe(night);
    expect(reminderDay('2026-07-05', 0, 'always')).toBe('2026-07-05');
  });
});

describe('the day of a reminder', () => {
  it('is the Friday before for a date at a weekend, the Monday after once the date has passed', () => {
    expect(reminderDay('2026-07-04', 0, hours)).toBe('2026-07-03');
    expect(reminderDay('2026-07-05', 0, hours)).toBe('2026-07-03');
    expect(reminderDay('2026-07-06', -1, hours)).toBe('2026-07-03');
    expect(reminderDay('2026-07-01', 3, hours)).toBe('2026-07-06');
    expect(reminderDay('2026-07-03', 0, { ...hours, weekdays: [7, 1, 2, 3, 4] })).toBe('2026-07-02');
  });

  it('is always a working day, never after the date for one that comes before it, and two days off at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: -30, max: 35 }), (offset, days) => {
        const dueOn = addDays('2024-01-01', offset);
        const day = reminderDay(dueOn, days, hours);
        const moved = daysBetween(addDays(dueOn, days), day);
        expect(weekday(day)).toBeLessThanOrEqual(5);
        expect(days > 0 ? moved >= 0 && moved <= 2 : moved <= 0 && moved >= -2).toBe(true);
      }),
    );
  });
});
