import { type Actor, nobody, type Role, rolesOf, type Scope } from '@uptake/people/domain';
import { mayAssign, mayClaim, mayReport, mayRespond, mayVerify, rightsIn } from './policies';

const actor = (...roles: [Role, Scope, string | null][]): Actor => ({
  accountId: 'somebody',
  isGuest: false,
  roles: roles.map(([role, scope, scopeId]) => ({ role, scope, scopeId })),
});
const duty = { institutionId: 'police', part: 'lead' as const, sourceId: 'plan', ended: false };

const everyRole = Object.entries(rolesOf).flatMap(([scope, roles]) => roles.map((role) => ({ scope: scope as Scope, role: role as Role })));
const here: Record<Scope, string | null> = { system: null, source: 'plan', institution: 'police', workshop: 'workshop' };
const elsewhere: Record<Scope, string> = { system: 'x', source: 'other', institution: 'other', workshop: 'other' };
const allowed = (may: (actor: Actor) => boolean): string[] =>
  everyRole.filter(({ role, scope }) => may(actor([role, scope, here[scope]]))).map(({ role }) => role);

describe('who may do what with an assignment', () => {
  it('coordinators and administrators assign', () => {
    expect(allowed((one) => mayAssign(one, 'plan'))).toEqual(['administrator', 'coordinator']);
  });

  it('focal points and deputies answer and report', () => {
    expect(allowed((one) => mayRespond(one, duty))).toEqual(['focal_point', 'deputy']);
    expect(allowed((one) => mayReport(one, duty))).toEqual(['focal_point', 'deputy']);
  });

  it('nobody reports for a body that is only consulted, and only the lead claims', () => {
    expect(allowed((one) => mayReport(one, { ...duty, part: 'consulted' }))).toEqual([]);
    expect(allowed((one) => mayClaim(one, { ...duty, part: 'supporting' }))).toEqual([]);
    expect(allowed((one) => mayClaim(one, duty))).toEqual(['focal_point', 'deputy']);
  });

  it('coordinators verify, unless they belong to an institution that reports', () => {
    expect(allowed((one) => mayVerify(one, 'plan', ['police']))).toEqual(['coordinator']);
    for (const role of rolesOf.institution) {
      const both = actor(['coordinator', 'source', 'plan'], [role, 'institution', 'police']);
      expect(mayVerify(both, 'plan', ['police'])).toBe(false);
      expect(mayVerify(both, 'plan', ['defence'])).toBe(true);
    }
  });

  it('a role held elsewhere gives no right here', () => {
    for (const { role, scope } of everyRole.filter(({ role }) => role !== 'administrator')) {
      const rights = rightsIn(actor([role, scope, elsewhere[scope]]), duty, ['police']);
      expect(Object.values(rights)).not.toContain(true);
    }
    expect(Object.values(rightsIn(nobody, duty, ['police']))).not.toContain(true);
  });

  it('nothing is open in an assignment that has ended', () => {
    const all = actor(['administrator', 'system', null], ['coordinator', 'source', 'plan'], ['focal_point', 'institution', 'police']);
    expect(Object.values(rightsIn(all, { ...duty, ended: true }, []))).not.toContain(true);
  });
});
