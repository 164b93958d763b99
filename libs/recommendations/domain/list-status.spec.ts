import * as fc from 'fast-check';
import { addDays } from '@uptake/kernel';
import { implementation, lifecycle, parts, verification } from './axes';
import { type Deadline, deadlineStanding, isFinished } from './deadline-standing';
import { listStatus, listStatuses } from './list-status';

const today = '2027-06-16';
const deadline = (change: Partial<Deadline> = {}): Deadline => ({
  part: 'lead',
  dueOn: null,
  answered: false,
  implementation: 'in_progress',
  verification: 'unverified',
  ...change,
});
const late = (days: number) => addDays(today, -days);

const deadlines = fc.record({
  part: fc.constantFrom(...parts),
  dueOn: fc.option(fc.integer({ min: -100, max: 100 }).map((days) => addDays(today, days))),
  answered: fc.boolean(),
  implementation: fc.constantFrom(...implementation.states),
  verification: fc.constantFrom(...verification.states),
});

describe('a deadline', () => {
  it('is not late on its own day, overdue from the next, and without an update received after 49 days', () => {
    const standings = [0, 1, 49, 50].map((days) => deadlineStanding(deadline({ dueOn: late(days) }), today));
    expect(standings).toEqual(['ahead', 'overdue', 'overdue', 'no_update_received']);
  });

  it('awaits nothing once it is answered, nor from a body that is only consulted', () => {
    expect(deadlineStanding(deadline({ dueOn: late(10), answered: true }), today)).toBe('none');
    expect(deadlineStanding(deadline({ dueOn: late(10), part: 'consulted' }), today)).toBe('none');
  });

  it('goes on while implementation is claimed, and ends when that is verified', () => {
    const claimed = deadline({ dueOn: late(10), implementation: 'implemented' });
    expect(deadlineStanding(claimed, today)).toBe('overdue');
    expect(deadlineStanding({ ...claimed, verification: 'verified' }, today)).toBe('none');
  });

  it('never runs backwards: what is overdue today is not ahead tomorrow', () => {
    const order = ['none', 'ahead', 'overdue', 'no_update_received'];
    fc.assert(
      fc.property(deadlines, fc.nat(200), (given, days) => {
        const now = order.indexOf(deadlineStanding(given, today));
        expect(order.indexOf(deadlineStanding(given, addDays(today, days)))).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});

describe('the status in a list', () => {
  it('is the place in its life until it is adopted, whatever an assignment says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lifecycle.states), fc.option(deadlines), (state, lead) => {
        if (state !== 'adopted') expect(listStatus(state, lead, today)).toBe(state);
      }),
    );
  });

  it('is "not assigned" for what is adopted and led by nobody', () => {
    expect(listStatus('adopted', null, today)).toBe('not_assigned');
  });

  it.each([
    ['overdue', { dueOn: late(3), verification: 'returned' }],
    ['returned', { dueOn: late(80), verification: 'returned' }],
    ['no_update_received', { dueOn: late(80), verification: 'disputed' }],
    ['disputed', { dueOn: addDays(today, 4), verification: 'disputed', implementation: 'implemented' }],
    ['verified', { verification: 'verified', implementation: 'implemented' }],
    ['implemented', { verification: 'under_review', implementation: 'implemented' }],
  ] as const)('is %s where several would fit', (expected, change) => {
    expect(listStatus('adopted', deadline(change), today)).toBe(expected);
  });

  it('never calls late what is finished, answered or not yet due', () => {
    fc.assert(
      fc.property(deadlines, (lead) => {
        const nothingAwaited = isFinished(lead) || lead.answered || !lead.dueOn || lead.dueOn >= today;
        if (nothingAwaited) expect(['overdue', 'no_update_received']).not.toContain(listStatus('adopted', lead, today));
      }),
    );
  });

  it('is always one that the filter knows, and the filter knows each once', () => {
    expect(new Set(listStatuses).size).toBe(listStatuses.length);
    fc.assert(
      fc.property(fc.constantFrom(...lifecycle.states), fc.option(deadlines), (state, lead) => {
        expect(listStatuses).toContain(listStatus(state, lead, today));
      }),
    );
  });
});
