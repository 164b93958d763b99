import type { Assignment } from '@uptake/assignments/contracts';
import type { Recommendation } from '@uptake/recommendations/contracts';
import { nextStepOf } from './next-step-of';

const nothing = { edit: false, adopt: false, assign: false, withdraw: false, restore: false };
const coordinator = { edit: true, adopt: true, assign: true, withdraw: true, restore: false };
const recommendation = (lifecycle: Recommendation['lifecycle'], may = nothing) => ({ lifecycle, may }) as Recommendation;
const reader = { change: false, respond: false, report: false, claim: false, verify: false };
const assignment = (change: Partial<Assignment> = {}): Assignment => ({
  id: '7b1c1a52-0000-4000-8000-000000000001',
  recommendationId: '7b1c1a52-0000-4000-8000-000000000002',
  institution: { id: '7b1c1a52-0000-4000-8000-000000000003', name: 'Ministry of Defence', parentName: null },
  part: 'lead',
  dueOn: '2027-06-30',
  frequency: 'half_yearly',
  response: 'accepted',
  responseReason: '',
  respondedAt: null,
  implementation: 'in_progress',
  reportedAt: null,
  verification: 'unverified',
  verificationReason: '',
  verificationAt: null,
  overdue: false,
  noUpdateReceived: false,
  revision: 1,
  may: reader,
  ...change,
});
const focalPoint = { ...reader, respond: true, report: true, claim: true };

describe('the next step', () => {
  it('of an institution is to answer, and then to report', () => {
    const asked = assignment({ response: 'awaiting', may: focalPoint });
    expect(nextStepOf(recommendation('adopted'), [asked]).kind).toBe('answer');
    expect(nextStepOf(recommendation('adopted'), [{ ...asked, response: 'accepted' }]).kind).toBe('report');
  });

  it('is this institution’s own, not that of the lead', () => {
    const supporting = assignment({ id: '7b1c1a52-0000-4000-8000-000000000009', part: 'supporting', may: focalPoint });
    expect(nextStepOf(recommendation('adopted'), [assignment(), supporting])).toEqual({ kind: 'report', assignment: supporting });
  });

  it('of a coordinator is to decide, to assign, and to verify what is claimed', () => {
    expect(nextStepOf(recommendation('proposed', coordinator), []).kind).toBe('decide');
    expect(nextStepOf(recommendation('adopted', { ...coordinator, adopt: false }), []).kind).toBe('assign');
    const claimed = assignment({ implementation: 'implemented', may: { ...reader, verify: true } });
    expect(nextStepOf(recommendation('adopted', coordinator), [claimed]).kind).toBe('verify');
  });

  it('for a reader is what is awaited of the lead, and nothing once that is verified', () => {
    expect(nextStepOf(recommendation('adopted'), [assignment()]).kind).toBe('awaited');
    expect(nextStepOf(recommendation('adopted'), [assignment({ verification: 'verified' })]).kind).toBe('nothing');
    expect(nextStepOf(recommendation('proposed'), []).kind).toBe('nothing');
  });

  it('waits for everybody while people vote', () => {
    expect(nextStepOf(recommendation('in_ballot', { ...coordinator, adopt: false }), []).kind).toBe('inBallot');
  });
});
