import fc from 'fast-check';
import { ballotStates } from './ballot-states';
import { castVote, type VotingBallot } from './cast-vote';

const open: VotingBallot = { state: 'open', closedAt: null, timeZone: 'Europe/Brussels' };
const elector = { part: 'participant', isElector: true };
const vote = { voter: elector, inBallot: true, choice: 'agree' as const };

describe('a vote', () => {
  it('of an elector on a recommendation of an open ballot counts', () => {
    expect(castVote(open, vote)).toEqual({ refused: false, value: 'agree' });
  });

  it('after the close is refused with the time on the wall of the room', () => {
    const closed: VotingBallot = { ...open, state: 'closed', closedAt: new Date('2026-03-12T10:45:30Z') };
    expect(castVote(closed, vote)).toEqual({ refused: true, code: 'ballot_closed', params: { at: '11:45' } });
  });

  it('before the opening is refused', () => {
    expect(castVote({ ...open, state: 'draft' }, vote)).toMatchObject({ code: 'ballot_not_open' });
  });

  it('of an observer is refused, even of one who is on the register', () => {
    expect(castVote(open, { ...vote, voter: { part: 'observer', isElector: true } })).toMatchObject({ code: 'observers_do_not_vote' });
  });

  it('of somebody who joined after the opening, or who has no seat, is refused', () => {
    expect(castVote(open, { ...vote, voter: { ...elector, isElector: false } })).toMatchObject({ code: 'joined_after_opening' });
    expect(castVote(open, { ...vote, voter: { part: null, isElector: false } })).toMatchObject({ code: 'no_seat' });
  });

  it('on what is not in the ballot is refused', () => {
    expect(castVote(open, { ...vote, inBallot: false })).toMatchObject({ code: 'not_in_ballot' });
  });

  it('counts in no other case, whatever comes together', () => {
    const cases = fc.record({
      state: fc.constantFrom(...ballotStates.states),
      part: fc.constantFrom('participant', 'facilitator', 'chair', 'observer', null),
      isElector: fc.boolean(),
      inBallot: fc.boolean(),
    });
    fc.assert(
      fc.property(cases, ({ state, part, isElector, inBallot }) => {
        const { refused } = castVote({ ...open, state }, { voter: { part, isElector }, inBallot, choice: 'pass' });
        expect(refused).toBe(!(state === 'open' && part !== null && part !== 'observer' && isElector && inBallot));
      }),
    );
  });
});
