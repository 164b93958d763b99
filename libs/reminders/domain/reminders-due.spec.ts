import { frequencies } from '@uptake/assignments/domain';
import { addDays, daysBetween, type LocalDate } from '@uptake/kernel';
import * as fc from 'fast-check';
import { reminderDay } from './mail-hours';
import { daysOfRule, reminderDays, ruleName } from './reminder-rules';
import { comingReminders, remindersDue, silencedReminder } from './reminders-due';

const dueOn = '2026-06-30';
const mailHours = 'always';
const weekdaysOnly = { from: '08:00', until: '19:00', weekdays: [1, 2, 3, 4, 5] };
const anyFrequency = fc.constantFrom(...frequencies);

/** A ledger kept by sweeps that ran on `days` (from the due date), as the server keeps it: what stands in it stays. */
function sweep(frequency: (typeof frequencies)[number], days: readonly number[], reportedAfter = Infinity) {
  const ledger = new Map<number, { sentOn: LocalDate | null }>();
  for (const day of [...days].sort((one, other) => one - other)) {
    if (day >= reportedAfter) break;
    const today = addDays(dueOn, day);
    const { send, overtaken } = remindersDue({ dueOn, mailHours, frequency, today });
    for (const rule of overtaken) if (!ledger.has(rule)) ledger.set(rule, { sentOn: null });
    if (send !== null && !ledger.has(send)) ledger.set(send, { sentOn: today });
  }
  return ledger;
}

const everyDay = Array.from({ length: 120 }, (_, index) => index - 40);

describe('reminders', () => {
  it('follow the policy of the house', () => {
    const after = [3, 7, 14, 21, 28, 35];
    expect(reminderDays('yearly')).toEqual([-30, -14, -7, -1, 0, ...after]);
    expect(reminderDays('half_yearly')).toEqual(reminderDays('yearly'));
    expect(reminderDays('once')).toEqual(reminderDays('yearly'));
    expect(reminderDays('quarterly')).toEqual([-14, -7, -1, 0, ...after]);
    expect(reminderDays('monthly')).toEqual([-5, -1, 0, ...after]);
  });

  it('go out each on its own day when the sweep never misses one', () => {
    fc.assert(
      fc.property(anyFrequency, (frequency) => {
        const sent = [...sweep(frequency, everyDay)].map(([rule, { sentOn }]) => [rule, sentOn]);
        expect(sent).toEqual(reminderDays(frequency).map((rule) => [rule, addDays(dueOn, rule)]));
      }),
    );
  });

  it('go out one at a time, never early, never twice, whatever the days on which the sweep ran', () => {
    fc.assert(
      fc.property(anyFrequency, fc.subarray(everyDay), (frequency, days) => {
        const ledger = sweep(frequency, [...days, ...days]);
        const sent = [...ledger].flatMap(([rule, { sentOn }]) => (sentOn ? [{ rule, day: daysBetween(dueOn, sentOn) }] : []));
        expect(new Set(sent.map(({ day }) => day)).size).toBe(sent.length);
        for (const { rule, day } of sent) {
          expect(day).toBeGreaterThanOrEqual(rule);
          const later = reminderDays(frequency).filter((other) => other > rule && other <= day);
          expect(later).toEqual([]);
        }
      }),
    );
  });

  it('leave no rule unaccounted for once a later one has gone out', () => {
    fc.assert(
      fc.property(anyFrequency, fc.subarray(everyDay), (frequency, days) => {
        const ledger = sweep(frequency, days);
        const last = Math.max(...ledger.keys());
        const before = reminderDays(frequency).filter((rule) => rule <= last);
        expect([...ledger.keys()].sort((one, other) => one - other)).toEqual(before);
      }),
    );
  });

  it('end with the answer', () => {
    fc.assert(
      fc.property(anyFrequency, fc.integer({ min: -40, max: 50 }), (frequency, reportedAfter) => {
        const rules = [...sweep(frequency, everyDay, reportedAfter).keys()];
        expect(rules).toEqual(reminderDays(frequency).filter((rule) => rule < reportedAfter));
      }),
    );
  });

  it('end seven weeks after the due date', () => {
    expect(remindersDue({ dueOn, mailHours, frequency: 'once', today: addDays(dueOn, 49) }).send).toBe(35);
    expect(remindersDue({ dueOn, mailHours, frequency: 'once', today: addDays(dueOn, 50) })).toEqual({ send: null, overtaken: [] });
  });

  it('that would have gone out before the assignment are nobody’s omission, but the latest goes out', () => {
    const today = addDays(dueOn, -3);
    expect(remindersDue({ dueOn, mailHours, frequency: 'once', assignedOn: today, today })).toEqual({ send: -7, overtaken: [] });
  });

  it('do not follow a report at its heels when the date has only just moved on', () => {
    const today = addDays(dueOn, -10);
    expect(remindersDue({ dueOn, mailHours, frequency: 'quarterly', reportedOn: today, today })).toEqual({ send: null, overtaken: [] });
    expect(remindersDue({ dueOn, mailHours, frequency: 'quarterly', reportedOn: today, today: addDays(dueOn, -7) }).send).toBe(-7);
  });

  it('that a report made pointless are noted once, when the first of them would have gone out', () => {
    const deadline = { dueOn, mailHours, frequency: 'once', reportedOn: addDays(dueOn, -10) } as const;
    expect(silencedReminder({ ...deadline, today: addDays(dueOn, -8) })).toBeNull();
    expect(silencedReminder({ ...deadline, today: addDays(dueOn, -7) })).toBe(-7);
    expect(silencedReminder({ ...deadline, today: addDays(dueOn, 20) })).toBe(-7);
    expect(silencedReminder({ ...deadline, reportedOn: addDays(dueOn, 40), today: addDays(dueOn, 41) })).toBeNull();
  });

  it('still to come are the rules of the days ahead', () => {
    const coming = { dueOn, mailHours, frequency: 'once', today: addDays(dueOn, -7), until: addDays(dueOn, 3) } as const;
    expect(comingReminders(coming)).toEqual([-7, -1, 0, 3]);
    expect(comingReminders({ ...coming, reportedOn: addDays(dueOn, -1) })).toEqual([0, 3]);
  });

  it('keep their order where weekends move them, so that the latest is still the one that goes out', () => {
    fc.assert(
      fc.property(anyFrequency, fc.integer({ min: 0, max: 27 }), (frequency, offset) => {
        const due = addDays(dueOn, offset);
        const days = reminderDays(frequency).map((rule) => reminderDay(due, rule, weekdaysOnly));
        expect(days).toEqual([...days].sort());
      }),
    );
  });

  it('of a date at a weekend go out on the Friday before, and the one of the day takes the place of the one before', () => {
    const saturday = { dueOn: '2026-07-04', frequency: 'once', mailHours: weekdaysOnly } as const;
    expect(remindersDue({ ...saturday, today: '2026-07-02' }).send).toBe(-7);
    expect(remindersDue({ ...saturday, today: '2026-07-03' })).toMatchObject({ send: 0, overtaken: [-30, -14, -7, -1] });
    expect(remindersDue({ ...saturday, today: '2026-07-06' }).send).toBe(0);
    expect(remindersDue({ ...saturday, today: '2026-07-07' }).send).toBe(3);
  });

  it('bear names that tell their day', () => {
    const days = reminderDays('once');
    expect(days.map(ruleName).slice(3, 6)).toEqual(['before-1', 'on-day', 'after-3']);
    expect(days.map(ruleName).map(daysOfRule)).toEqual(days);
  });
});
