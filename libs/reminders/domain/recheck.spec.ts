import { implementation, lifecycle, parts, verification } from '@uptake/recommendations/domain';
import * as fc from 'fast-check';
import { recheck, type StandingNow } from './recheck';
import { recipientsOf } from './recipients';

const due: StandingNow = {
  remindedVersion: 2,
  dueVersion: 2,
  answeredVersion: 1,
  part: 'lead',
  implementation: 'in_progress',
  verification: 'unverified',
  lifecycle: 'adopted',
  assignmentEnded: false,
  recipientActs: true,
  sourceWithdrawn: false,
  sourcePaused: false,
  laterFound: false,
};

describe('a queued reminder', () => {
  it('goes out while it is still needed', () => {
    expect(recheck(due)).toBeNull();
  });

  it.each([
    ['reported', { answeredVersion: 2 }],
    ['reported', { answeredVersion: 2, dueVersion: 3 }],
    ['moved', { dueVersion: 3 }],
    ['ended', { assignmentEnded: true }],
    ['reassigned', { recipientActs: false }],
    ['reassigned', { part: 'consulted' }],
    ['closed', { implementation: 'no_longer_applicable' }],
    ['closed', { implementation: 'implemented', verification: 'verified' }],
    ['closed', { lifecycle: 'withdrawn' }],
    ['closed', { sourceWithdrawn: true }],
    ['paused', { sourcePaused: true }],
    ['overtaken', { laterFound: true }],
  ] as [string, Partial<StandingNow>][])('stays in as %s when %j', (reason, change) => {
    expect(recheck({ ...due, ...change })).toBe(reason);
  });

  it('never goes out after the answer, whatever else happened', () => {
    const anything = fc.record({
      remindedVersion: fc.integer({ min: 1, max: 4 }),
      dueVersion: fc.integer({ min: 1, max: 4 }),
      answeredVersion: fc.option(fc.integer({ min: 1, max: 4 })),
      part: fc.constantFrom(...parts),
      implementation: fc.constantFrom(...implementation.states),
      verification: fc.constantFrom(...verification.states),
      lifecycle: fc.constantFrom(...lifecycle.states),
      assignmentEnded: fc.boolean(),
      recipientActs: fc.boolean(),
      sourceWithdrawn: fc.boolean(),
      sourcePaused: fc.boolean(),
      laterFound: fc.boolean(),
    });
    fc.assert(
      fc.property(anything, (now) => {
        if (recheck(now) !== null) return;
        expect(now.answeredVersion === null || now.answeredVersion < now.remindedVersion).toBe(true);
        expect(now).toMatchObject({ dueVersion: now.remindedVersion, lifecycle: 'adopted', recipientActs: true, sourcePaused: false });
        expect(now.part).not.toBe('consulted');
      }),
      { numRuns: 5000 },
    );
  });
});

describe('a reminder', () => {
  const both = [
    { accountId: 'noor', role: 'focal_point' },
    { accountId: 'ada', role: 'deputy' },
  ] as const;

  const reached = (...asked: Parameters<typeof recipientsOf>) => recipientsOf(...asked).map(({ accountId }) => accountId);

  it('goes to the focal point, and from a week after the due date to the deputy too', () => {
    expect(reached(both, -30)).toEqual(['noor']);
    expect(reached(both, 3)).toEqual(['noor']);
    expect(reached(both, 7)).toEqual(['noor', 'ada']);
  });

  it('goes to the deputy where there is no focal point, and to nobody twice', () => {
    expect(reached([both[1]], -30)).toEqual(['ada']);
    expect(reached([both[0], { accountId: 'noor', role: 'deputy' }], 7)).toEqual(['noor']);
  });
});
