import { type Actor, nobody, type RoleHeld } from '@uptake/people/domain';
import { mayDecide, mayEdit } from './policies';

const place = { sourceId: 'source-1', workshopIds: ['workshop-1'] };
const actor = (...roles: RoleHeld[]): Actor => ({ accountId: 'a', isGuest: false, roles });
const coordinator = (scopeId: string) => actor({ role: 'coordinator', scope: 'source', scopeId });
const inWorkshop = (role: 'rapporteur' | 'participant', scopeId: string) => actor({ role, scope: 'workshop', scopeId });
const administrator = actor({ role: 'administrator', scope: 'system', scopeId: null });

describe('who decides', () => {
  it('is a coordinator of this very source, or an administrator', () => {
    expect([coordinator('source-1'), administrator].map((who) => mayDecide(who, place))).toEqual([true, true]);
    expect([coordinator('source-2'), inWorkshop('rapporteur', 'workshop-1'), nobody].map((who) => mayDecide(who, place))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('who edits', () => {
  it('is also the rapporteur of the workshop that it came out of, and no other participant', () => {
    expect(mayEdit(inWorkshop('rapporteur', 'workshop-1'), place)).toBe(true);
    expect(mayEdit(inWorkshop('rapporteur', 'workshop-2'), place)).toBe(false);
    expect(mayEdit(inWorkshop('participant', 'workshop-1'), place)).toBe(false);
    expect(mayEdit(coordinator('source-1'), place)).toBe(true);
  });
});
