import type { AssignmentState } from '@uptake/assignments/domain';
import { implementation, parts, verification } from '@uptake/recommendations/domain';
import * as fc from 'fast-check';
import { reportable, reportStatus } from './report-status';

const today = '2026-06-20';
const assignment: AssignmentState = {
  institutionId: 'police',
  part: 'lead',
  dueOn: '2026-06-30',
  frequency: 'quarterly',
  dueVersion: 1,
  answeredVersion: null,
  response: 'accepted',
  responseReason: '',
  implementation: 'not_started',
  reported: false,
  verification: 'unverified',
  verificationReason: '',
  ended: false,
};
const link = { kind: 'link', title: 'Order of service', url: 'https://police.example/order' };
const claim = { implementation: 'implemented' as const, done: 'Every officer was trained.', evidence: [link] };

const states = fc.constantFrom(...implementation.states);
const anyAssignment = fc
  .record({
    part: fc.constantFrom(...parts),
    implementation: states,
    verification: fc.constantFrom(...verification.states),
    verificationReason: fc.constantFrom('', 'Which order?'),
    ended: fc.boolean(),
  })
  .map((more): AssignmentState => ({ ...assignment, ...more }));
const anyReport = fc.record({
  implementation: states,
  done: fc.constantFrom('', '  ', 'A first course was held.'),
  evidence: fc.array(fc.constant(link), { maxLength: 2 }),
});

describe('a report', () => {
  it('that claims implementation without evidence is refused', () => {
    expect(reportStatus(assignment, { ...claim, evidence: [] }, today)).toMatchObject({ code: 'claim_without_evidence' });
  });

  it('that claims implementation for a supporting body is refused', () => {
    expect(reportStatus({ ...assignment, part: 'supporting' }, claim, today)).toMatchObject({ code: 'claim_not_lead' });
  });

  it('answers the date that is due and moves it on', () => {
    expect(reportStatus(assignment, claim, today)).toMatchObject({ value: { dueOn: '2026-09-30', dueVersion: 2, reported: true } });
  });

  it('puts a verified claim back to unverified when it claims anew', () => {
    const verified = { ...assignment, implementation: 'implemented' as const, verification: 'verified' as const };
    expect(reportStatus(verified, claim, today)).toMatchObject({ value: { verification: 'unverified' } });
  });

  it('answers a return, even where the status stays', () => {
    const returned = { ...assignment, verification: 'returned' as const, verificationReason: 'Which order?' };
    const again = { implementation: 'not_started' as const, done: 'Order 12 of March.', evidence: [] };
    expect(reportStatus(returned, again, today)).toMatchObject({ value: { verification: 'unverified', verificationReason: '' } });
  });

  it('leaves a dispute standing that it says nothing new about', () => {
    const disputed = { ...assignment, implementation: 'in_progress' as const, verification: 'disputed' as const };
    const same = { implementation: 'in_progress' as const, done: 'A second course was held.', evidence: [] };
    expect(reportStatus(disputed, same, today)).toMatchObject({ value: { verification: 'disputed' } });
  });

  it('never leads anywhere that the table does not, nor claims without lead, evidence and sentence', () => {
    fc.assert(
      fc.property(anyAssignment, anyReport, (before, report) => {
        const result = reportStatus(before, report, today);
        if (result.refused) return;
        const after = result.value;
        expect(before.ended || before.part === 'consulted').toBe(false);
        expect(report.done.trim()).not.toBe('');
        expect(reportable(before)).toContain(after.implementation);
        if (after.implementation === 'implemented') {
          expect(before.part).toBe('lead');
          expect(report.evidence.length).toBeGreaterThan(0);
          expect(after.verification).toBe('unverified');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('accepts every status that is offered', () => {
    fc.assert(
      fc.property(anyAssignment, (before) => {
        if (before.ended || before.part === 'consulted') return;
        for (const state of reportable(before)) {
          const report = { implementation: state, done: 'A sentence.', evidence: [link] };
          expect(reportStatus(before, report, today).refused).toBe(false);
        }
      }),
    );
  });
});
