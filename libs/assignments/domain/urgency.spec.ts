import type { AssignmentState } from './assignment-state';
import { daysLeft, urgencyOf } from './urgency';

const assignment: AssignmentState = {
  institutionId: 'police',
  part: 'lead',
  dueOn: '2026-06-30',
  frequency: 'once',
  dueVersion: 1,
  answeredVersion: null,
  response: 'accepted',
  responseReason: '',
  implementation: 'in_progress',
  reported: true,
  verification: 'unverified',
  verificationReason: '',
  ended: false,
};

describe('what presses most', () => {
  it('is what is late, before what came back, before what waits for an answer', () => {
    const everything = { ...assignment, verification: 'returned' as const, response: 'awaiting' as const };
    expect(urgencyOf(everything, '2026-07-01')).toBe('overdue');
    expect(urgencyOf(everything, '2026-06-30')).toBe('returned');
    expect(urgencyOf({ ...everything, verification: 'unverified' }, '2026-06-30')).toBe('awaiting');
    expect(urgencyOf(assignment, '2026-06-30')).toBe('due');
    expect(urgencyOf({ ...assignment, answeredVersion: 1 }, '2026-07-01')).toBe('undated');
  });

  it('counts days only to a report that is expected', () => {
    expect(daysLeft(assignment, '2026-06-20')).toBe(10);
    expect(daysLeft(assignment, '2026-07-03')).toBe(-3);
    expect(daysLeft({ ...assignment, answeredVersion: 1 }, '2026-06-20')).toBeNull();
    expect(daysLeft({ ...assignment, dueOn: null }, '2026-06-20')).toBeNull();
  });
});
