import { addDays } from '@uptake/kernel';
import * as fc from 'fast-check';
import { comingEscalations, escalatedTo, escalations, escalationsDue, isEscalation } from './escalations';
import { daysOfRule, ruleName } from './reminder-rules';

const dueOn = '2026-06-30';
const deadline = { dueOn, frequency: 'once', mailHours: 'always' } as const;
const due = (late: number, more = {}) =>
  escalationsDue({ ...deadline, ...more, today: addDays(dueOn, late) }).map(({ escalation, overtaken }) =>
    overtaken ? `${escalation.rule} overtaken` : escalation.rule,
  );

describe('an escalation', () => {
  it('tells the approver and the coordinator after two weeks, the coordinator again after thirty days', () => {
    expect(due(13)).toEqual([]);
    expect(due(14)).toEqual(['approver-14', 'coordinator-14']);
    expect(due(29)).toEqual(['approver-14', 'coordinator-14']);
    expect(due(30)).toEqual(['approver-14', 'coordinator-14 overtaken', 'coordinator-30']);
  });

  it('comes on a working day', () => {
    const mailHours = { from: '08:00', until: '19:00', weekdays: [1, 2, 3, 4, 5] };
    expect(due(30, { mailHours })).toEqual(['approver-14', 'coordinator-14 overtaken', 'coordinator-30']);
    expect(escalationsDue({ ...deadline, dueOn: '2026-07-04', mailHours, today: '2026-07-19' })).toEqual([]);
    expect(escalationsDue({ ...deadline, dueOn: '2026-07-04', mailHours, today: '2026-07-20' })).toHaveLength(2);
  });

  it('tells nobody of what came before the assignment or was reported since', () => {
    expect(due(20, { assignedOn: addDays(dueOn, 15) })).toEqual([]);
    expect(due(30, { assignedOn: addDays(dueOn, 15) })).toEqual(['coordinator-30']);
    expect(due(20, { reportedOn: addDays(dueOn, 14) })).toEqual([]);
  });

  it('is announced before it goes out, and neither forgotten nor announced after', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 45 }), (late) => {
        const today = addDays(dueOn, late);
        const coming = comingEscalations({ ...deadline, today, until: addDays(today, 90) }).map(({ days }) => days);
        expect(coming).toEqual(escalations.map(({ days }) => days).filter((days) => days >= late));
      }),
    );
  });

  it('goes to those of its role, once, and not to whoever is asked for the report anyway', () => {
    const [approver, coordinator] = escalations;
    const people = [
      { accountId: 'noor', role: 'focal_point' },
      { accountId: 'ada', role: 'deputy' },
      { accountId: 'ada', role: 'approver' },
      { accountId: 'ben', role: 'approver' },
      { accountId: 'ben', role: 'approver' },
      { accountId: 'noor', role: 'coordinator' },
      { accountId: 'marta', role: 'coordinator' },
    ] as const;
    const names = (escalation: typeof approver) => escalation && escalatedTo(people, escalation).map(({ accountId }) => accountId);
    expect(names(approver)).toEqual(['ben']);
    expect(names(coordinator)).toEqual(['marta']);
  });

  it('bears a name that tells its day, and that no reminder bears', () => {
    expect(escalations.map(({ rule }) => daysOfRule(rule))).toEqual(escalations.map(({ days }) => days));
    expect(escalations.every(({ rule }) => isEscalation(rule))).toBe(true);
    expect([14, 0, -14].map(ruleName).some(isEscalation)).toBe(false);
  });
});
