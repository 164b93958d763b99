import { addDays, daysBetween } from '@uptake/kernel';
import * as fc from 'fast-check';
import type { Deadline } from './assignment-state';
import { answerDeadline, answersDeadline, isAnswered, isOverdue, moveDeadline, nextDeadline, noUpdateReceived } from './deadline';

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days));
const recurring = fc.constantFrom('yearly' as const, 'half_yearly' as const, 'quarterly' as const, 'monthly' as const);
const deadline = (more: Partial<Deadline> = {}): Deadline => ({
  dueOn: '2026-06-30',
  frequency: 'once',
  dueVersion: 1,
  answeredVersion: null,
  ...more,
});
const assignment = {
  ...deadline(),
  part: 'lead' as const,
  implementation: 'in_progress' as const,
  verification: 'unverified' as const,
  ended: false,
};

describe('a deadline', () => {
  it('is overdue from the day after', () => {
    expect(isOverdue(assignment, '2026-06-30')).toBe(false);
    expect(isOverdue(assignment, '2026-07-01')).toBe(true);
  });

  it('counts as never answered once the last reminder is a day old', () => {
    expect(noUpdateReceived(assignment, addDays('2026-06-30', 49))).toBe(false);
    expect(noUpdateReceived(assignment, addDays('2026-06-30', 50))).toBe(true);
  });

  it.each([
    ['it was answered', { answeredVersion: 1 }],
    ['the claim was verified', { implementation: 'implemented' as const, verification: 'verified' as const }],
    ['it no longer applies', { implementation: 'no_longer_applicable' as const }],
    ['something took its place', { implementation: 'superseded' as const }],
    ['the institution is only consulted', { part: 'consulted' as const }],
    ['the assignment has ended', { ended: true }],
  ])('is not overdue when %s', (_, more) => {
    expect(isOverdue({ ...assignment, ...more }, '2027-01-01')).toBe(false);
  });

  it('is overdue although implementation is claimed, until that is verified', () => {
    expect(isOverdue({ ...assignment, implementation: 'implemented' }, '2026-07-01')).toBe(true);
  });
});

describe('a report', () => {
  it('answers a single deadline at any time', () => {
    expect(answerDeadline(deadline(), '2026-01-01')).toEqual(deadline({ answeredVersion: 1 }));
  });

  it.each([
    ['yearly' as const, 90],
    ['half_yearly' as const, 60],
    ['quarterly' as const, 45],
    ['monthly' as const, 20],
  ])('answers a %s deadline from %i days before', (frequency, days) => {
    expect(answersDeadline(deadline({ frequency }), addDays('2026-06-30', -days))).toBe(true);
    expect(answersDeadline(deadline({ frequency }), addDays('2026-06-30', -days - 1))).toBe(false);
  });

  it('moves a recurring deadline to the first date of the series after today', () => {
    expect(answerDeadline(deadline({ frequency: 'quarterly' }), '2026-06-20')).toMatchObject({ dueOn: '2026-09-30', dueVersion: 2 });
    expect(answerDeadline(deadline({ frequency: 'quarterly' }), '2027-01-05')).toMatchObject({ dueOn: '2027-03-31', dueVersion: 2 });
  });

  it('that comes before the window changes nothing', () => {
    fc.assert(
      fc.property(recurring, fc.integer({ min: 91, max: 3000 }), (frequency, days) => {
        const before = deadline({ frequency });
        expect(answerDeadline(before, addDays('2026-06-30', -days))).toEqual(before);
      }),
    );
  });

  it('leaves no recurring deadline behind it, and none answered that is yet to come', () => {
    fc.assert(
      fc.property(day, recurring, fc.integer({ min: -20, max: 900 }), (dueOn, frequency, days) => {
        const today = addDays(dueOn, days);
        const after = answerDeadline(deadline({ dueOn, frequency }), today);
        expect(daysBetween(today, after.dueOn as string)).toBeGreaterThan(0);
        expect(after.dueVersion).toBe(2);
        expect(isAnswered(after)).toBe(false);
      }),
    );
  });
});

describe('the next deadline', () => {
  it('keeps the end of the month', () => {
    expect(nextDeadline('2026-01-31', 'monthly', '2026-01-31')).toBe('2026-02-28');
    expect(nextDeadline('2026-02-28', 'monthly', '2026-02-28')).toBe('2026-03-31');
    expect(nextDeadline('2024-02-29', 'yearly', '2024-03-01')).toBe('2025-02-28');
  });

  it('never skips to another month', () => {
    expect(nextDeadline('2026-01-30', 'monthly', '2026-02-01')).toBe('2026-02-28');
    expect(nextDeadline('2026-11-15', 'quarterly', '2026-11-15')).toBe('2027-02-15');
  });

  it('is the earliest one of the series after today', () => {
    fc.assert(
      fc.property(day, recurring, fc.integer({ min: 0, max: 2000 }), (dueOn, frequency, days) => {
        const today = addDays(dueOn, days);
        const next = nextDeadline(dueOn, frequency, today);
        const periodDays = { yearly: 366, half_yearly: 184, quarterly: 92, monthly: 31 }[frequency];
        expect(next > today).toBe(true);
        expect(daysBetween(today, next)).toBeLessThanOrEqual(periodDays);
      }),
    );
  });
});

describe('moving a deadline', () => {
  it('asks for a new answer', () => {
    const answered = deadline({ answeredVersion: 1 });
    const moved = moveDeadline(answered, '2026-09-30');
    expect(isAnswered(answered)).toBe(true);
    expect(isAnswered(moved)).toBe(false);
    expect(moved).toMatchObject({ dueOn: '2026-09-30', dueVersion: 2 });
  });

  it('to where it stands changes nothing', () => {
    expect(moveDeadline(deadline(), '2026-06-30')).toEqual(deadline());
  });
});
