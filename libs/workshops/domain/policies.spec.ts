import type { Actor, Role, RoleHeld, Scope } from '@uptake/people/domain';
import { nobody } from '@uptake/people/domain';
import { mayCreateWorkshop, mayFacilitate, mayListParticipants, mayReadWorkshop, mayWorkOn, type WorkshopAccess } from './policies';

const who = (role: Role, scope: Scope, scopeId: string | null): Actor => ({
  accountId: 'somebody',
  isGuest: false,
  roles: [{ role, scope, scopeId } satisfies RoleHeld],
});
const room: WorkshopAccess = { id: 'room', sourceId: 'plan', rule: 'open' };
const quiet: WorkshopAccess = { ...room, rule: 'chatham_house' };
const administrator = who('administrator', 'system', null);
const coordinator = who('coordinator', 'source', 'plan');
const facilitator = who('facilitator', 'workshop', 'room');

describe('who may do what in a workshop', () => {
  it.each(['chair', 'facilitator', 'rapporteur', 'speaker', 'participant', 'observer'] as const)('a %s reads it', (part) => {
    expect(mayReadWorkshop(who(part, 'workshop', 'room'), room)).toBe(true);
    expect(mayReadWorkshop(who(part, 'workshop', 'another room'), room)).toBe(false);
  });

  it('a stranger, a coordinator of another source and a focal point read nothing', () => {
    for (const actor of [nobody, who('coordinator', 'source', 'another plan'), who('focal_point', 'institution', 'ministry')])
      expect(mayReadWorkshop(actor, room)).toBe(false);
  });

  it('is run by its facilitator, the coordinators of its source and administrators', () => {
    for (const actor of [administrator, coordinator, facilitator]) expect(mayFacilitate(actor, room)).toBe(true);
    for (const part of ['chair', 'rapporteur', 'speaker', 'participant', 'observer'] as const)
      expect(mayFacilitate(who(part, 'workshop', 'room'), room)).toBe(false);
  });

  it('without a source is nothing to a coordinator', () => {
    expect(mayReadWorkshop(coordinator, { ...room, sourceId: null })).toBe(false);
  });

  it('shows names to the room, and under the Chatham House rule only to those who run it', () => {
    const participant = who('participant', 'workshop', 'room');
    expect(mayListParticipants(participant, room)).toBe(true);
    expect(mayListParticipants(participant, quiet)).toBe(false);
    expect(mayListParticipants(facilitator, quiet)).toBe(true);
  });

  it('is created by people who coordinate something, on sources that they run', () => {
    expect(mayCreateWorkshop(coordinator)).toBe(true);
    expect(mayCreateWorkshop(administrator)).toBe(true);
    expect(mayCreateWorkshop(facilitator)).toBe(false);
    expect(mayWorkOn(coordinator, 'plan')).toBe(true);
    expect(mayWorkOn(coordinator, 'another plan')).toBe(false);
  });
});
