import type { AssignmentState } from '@uptake/assignments/domain';
import type { Actor, Role } from '@uptake/people/domain';
import { openReportLink } from './report-link';

const assignment: AssignmentState = {
  institutionId: 'police',
  part: 'supporting',
  dueOn: '2026-06-30',
  frequency: 'once',
  dueVersion: 2,
  answeredVersion: null,
  response: 'awaiting',
  responseReason: '',
  implementation: 'not_started',
  reported: false,
  verification: 'unverified',
  verificationReason: '',
  ended: false,
};
const link = { assignmentId: 'a', accountId: 'noor', dueVersion: 2, expiresAt: new Date('2026-07-20T00:00:00Z') };
const now = new Date('2026-07-01T00:00:00Z');
const acting = (role: Role, institution: string): Actor => ({
  accountId: 'noor',
  isGuest: false,
  roles: [{ role, scope: 'institution', scopeId: institution }],
});
const noor = acting('focal_point', 'police');

describe('the link of a reminder', () => {
  it('opens the form for the person it was made for', () => {
    expect(openReportLink(link, assignment, noor, now).refused).toBe(false);
  });

  it.each([
    ['it is too old', { at: new Date('2026-07-20T00:00:00Z') }, 'report_link_too_old'],
    ['the person no longer acts for the institution', { actor: acting('focal_point', 'defence') }, 'report_link_reassigned'],
    ['the person only approves', { actor: acting('approver', 'police') }, 'report_link_reassigned'],
    ['the assignment has ended', { more: { ended: true } }, 'report_link_reassigned'],
    ['the due date moved', { more: { dueVersion: 3 } }, 'report_link_moved'],
    ['it was answered', { more: { answeredVersion: 2 } }, 'report_link_answered'],
    ['it was answered and the date moved on', { more: { answeredVersion: 2, dueVersion: 3 } }, 'report_link_answered'],
  ] as [string, { at?: Date; actor?: Actor; more?: Partial<AssignmentState> }, string][])(
    'opens nothing when %s',
    (_, { at = now, actor = noor, more }, code) => {
      expect(openReportLink(link, { ...assignment, ...more }, actor, at)).toEqual({ refused: true, code });
    },
  );
});
