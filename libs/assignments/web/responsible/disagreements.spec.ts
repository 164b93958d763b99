import type { Assignment } from '@uptake/assignments/contracts';
import { disagreements } from './disagreements';

const task = (name: string, more: Partial<Assignment>): Assignment => ({
  id: name,
  recommendationId: 'r',
  institution: { id: name, name, parentName: null },
  part: 'supporting',
  dueOn: null,
  frequency: 'once',
  response: 'accepted',
  responseReason: '',
  respondedAt: null,
  implementation: 'in_progress',
  reportedAt: '2026-06-02T10:00:00Z',
  verification: 'unverified',
  verificationReason: '',
  verificationAt: null,
  overdue: false,
  noUpdateReceived: false,
  revision: 1,
  may: { change: false, respond: false, report: false, claim: false, verify: false },
  ...more,
});
const lead = task('Defence', { part: 'lead', implementation: 'substantially_implemented' });

describe('reports that differ', () => {
  it('are told where a supporting institution reports otherwise than the lead', () => {
    expect(disagreements([lead, task('Police', {})])).toEqual([
      { institution: 'Police', says: 'in_progress', lead: 'substantially_implemented' },
    ]);
  });

  it.each([
    ['it reports the same', [lead, task('Police', { implementation: 'substantially_implemented' })]],
    ['it has not reported', [lead, task('Police', { reportedAt: null })]],
    ['it is only consulted', [lead, task('Police', { part: 'consulted' })]],
    ['the lead has not reported', [{ ...lead, reportedAt: null }, task('Police', {})]],
    ['nobody leads', [task('Police', {})]],
  ])('are not told where %s', (_, assignments) => {
    expect(disagreements(assignments)).toEqual([]);
  });
});
