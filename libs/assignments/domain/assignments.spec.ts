import { addDays, type Result } from '@uptake/kernel';
import { lifecycle, parts, type Response, response, verification } from '@uptake/recommendations/domain';
import * as fc from 'fast-check';
import { assign, type HeldPart } from './assign';
import { type AssignmentState, frequencies } from './assignment-state';
import { changeAssignment } from './change-assignment';
import { endAssignment, restoreAssignment } from './end-assignment';
import { respond } from './respond';
import { verify } from './verify';

const bodies = ['police', 'defence', 'justice', 'interior'] as const;
const body = fc.constantFrom(...bodies);
const part = fc.constantFrom(...parts);
const reason = fc.constantFrom('', '  ', 'We lack the staff.');
const dueOn = fc.option(fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days)));
const answers = response.states.filter((state): state is Exclude<Response, 'awaiting'> => state !== 'awaiting');

type World = Map<string, AssignmentState>;
type Command = (world: World) => void;

const held = (world: World): HeldPart[] =>
  [...world.values()].filter(({ ended }) => !ended).map(({ institutionId, part }) => ({ institutionId, institution: institutionId, part }));

function settle(world: World, result: Result<AssignmentState>): void {
  if (!result.refused) world.set(result.value.institutionId, result.value);
}

const onAssignment =
  (institutionId: string, rule: (assignment: AssignmentState, world: World) => Result<AssignmentState>): Command =>
  (world) => {
    const assignment = world.get(institutionId);
    if (assignment) settle(world, rule(assignment, world));
  };

const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ institutionId: body, part, dueOn, frequency: fc.constantFrom(...frequencies) }).map((wanted): Command => (world) => {
    const before = world.get(wanted.institutionId);
    if (!before || before.ended) settle(world, assign({ lifecycle: 'adopted', held: held(world) }, wanted));
  }),
  fc
    .tuple(body, part, dueOn)
    .map(([id, part, dueOn]) => onAssignment(id, (one, world) => changeAssignment(one, { part, dueOn }, held(world)))),
  fc
    .tuple(body, fc.constantFrom(...answers), reason)
    .map(([id, response, reason]) => onAssignment(id, (one) => respond(one, { response, reason }))),
  fc
    .tuple(body, fc.constantFrom(...verification.states), reason)
    .map(([id, verification, reason]) => onAssignment(id, (one) => verify(one, { verification, reason }))),
  body.map((id) => onAssignment(id, (one) => endAssignment(one))),
  body.map((id) => onAssignment(id, (one, world) => restoreAssignment(one, { lifecycle: 'adopted', held: held(world) }))),
  // What the progress slice does to an assignment, seen from here: something was reported.
  body.map((id) => onAssignment(id, (one) => ({ refused: false, value: { ...one, reported: true, implementation: 'implemented' } }))),
);

describe('whatever is commanded in whatever order', () => {
  const always = (holds: (world: World) => void): void =>
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (all) => {
        const world: World = new Map();
        for (const command of all) {
          command(world);
          holds(world);
        }
      }),
    );

  it('never do two institutions lead', () => {
    always((world) => expect(held(world).filter(({ part }) => part === 'lead').length).toBeLessThanOrEqual(1));
  });

  it('no answer but an acceptance stands without a reason', () => {
    always((world) => {
      for (const { response, responseReason } of world.values()) {
        if (!['awaiting', 'accepted'].includes(response)) expect(responseReason.trim()).not.toBe('');
      }
    });
  });

  it('nothing is returned or disputed without a reason, and nothing verified that nobody claimed', () => {
    always((world) => {
      for (const one of world.values()) {
        if (['returned', 'disputed'].includes(one.verification)) expect(one.verificationReason.trim()).not.toBe('');
        if (one.verification === 'verified') expect(one.implementation).toBe('implemented');
      }
    });
  });

  it('an answered version is never ahead of the date that it answers', () => {
    always((world) => {
      for (const { answeredVersion, dueVersion } of world.values()) expect(answeredVersion ?? 0).toBeLessThanOrEqual(dueVersion);
    });
  });
});

const wanted = { institutionId: 'police', part: 'lead' as const, dueOn: '2026-06-30', frequency: 'once' as const };
const fresh = (): AssignmentState => {
  const result = assign({ lifecycle: 'adopted', held: [] }, wanted);
  if (result.refused) throw new Error(result.code);
  return result.value;
};

describe('an assignment', () => {
  it('names the institution that leads already', () => {
    const held: HeldPart[] = [{ institutionId: 'defence', institution: 'Ministry of Defence', part: 'lead' }];
    expect(assign({ lifecycle: 'adopted', held }, wanted)).toEqual({
      refused: true,
      code: 'lead_taken',
      params: { institution: 'Ministry of Defence' },
    });
  });

  it('is one to an institution', () => {
    const held: HeldPart[] = [{ institutionId: 'police', institution: 'Federal Police', part: 'supporting' }];
    expect(assign({ lifecycle: 'adopted', held }, wanted)).toMatchObject({ code: 'part_held' });
  });

  it.each(lifecycle.states.filter((state) => state !== 'adopted'))('is refused while the recommendation is %s', (state) => {
    expect(assign({ lifecycle: state, held: [] }, wanted)).toMatchObject({ code: 'not_adopted' });
  });

  it('leads in the place of another only once that one no longer does', () => {
    const supporting = { ...fresh(), part: 'supporting' as const };
    const lead = { institutionId: 'defence', institution: 'Ministry of Defence' };
    expect(changeAssignment(supporting, { part: 'lead' }, [{ ...lead, part: 'lead' }])).toMatchObject({ code: 'lead_taken' });
    expect(changeAssignment(supporting, { part: 'lead' }, [{ ...lead, part: 'supporting' }])).toMatchObject({ value: { part: 'lead' } });
  });

  it('keeps its date when only its part changes', () => {
    expect(changeAssignment(fresh(), { part: 'supporting' }, [])).toMatchObject({ value: { dueOn: '2026-06-30', dueVersion: 1 } });
  });

  it('that was taken away does not come back in the place of another lead', () => {
    const ended = { ...fresh(), ended: true };
    const held: HeldPart[] = [{ institutionId: 'defence', institution: 'Ministry of Defence', part: 'lead' }];
    expect(restoreAssignment(ended, { lifecycle: 'adopted', held })).toMatchObject({ code: 'lead_taken' });
    expect(restoreAssignment(ended, { lifecycle: 'adopted', held: [] })).toMatchObject({ value: { ended: false } });
  });
});

describe('an answer', () => {
  it('moves only along the table', () => {
    fc.assert(
      fc.property(fc.constantFrom(...response.states), fc.constantFrom(...answers), (from, to) => {
        const result = respond({ ...fresh(), response: from }, { response: to, reason: 'Because.' });
        expect(result.refused).toBe(from !== to && !response.allows(from, to));
      }),
    );
  });

  it('may be given again with another reason', () => {
    const noted = { ...fresh(), response: 'noted' as const, responseReason: 'First.' };
    expect(respond(noted, { response: 'noted', reason: 'Second.' })).toMatchObject({ value: { responseReason: 'Second.' } });
  });
});

describe('a finding', () => {
  it('needs something that was reported', () => {
    expect(verify(fresh(), { verification: 'under_review', reason: '' })).toMatchObject({ code: 'nothing_reported' });
  });

  it('verifies nothing but a claim that it is implemented', () => {
    const reported = { ...fresh(), reported: true, implementation: 'in_progress' as const };
    expect(verify(reported, { verification: 'verified', reason: '' })).toMatchObject({ code: 'not_claimed' });
  });
});
