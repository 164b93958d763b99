import { closeBallot, type Draft, openBallot } from './open-ballot';
import { countsAreOpen } from './visibility';

const draft: Draft = {
  state: 'draft',
  hiddenUntilClosed: false,
  rule: 'open',
  items: [{ reference: 'TW26-1', lifecycle: 'proposed' }],
  electors: 12,
};

describe('opening a ballot', () => {
  it('fixes whether its counts are hidden', () => {
    expect(openBallot(draft)).toEqual({ refused: false, value: { hiddenUntilClosed: false } });
    expect(openBallot({ ...draft, hiddenUntilClosed: true })).toEqual({ refused: false, value: { hiddenUntilClosed: true } });
  });

  it('hides them under the Chatham House rule, whatever was wished', () => {
    expect(openBallot({ ...draft, rule: 'chatham_house' })).toEqual({ refused: false, value: { hiddenUntilClosed: true } });
  });

  it('needs recommendations that are proposed, and names the one that is not', () => {
    expect(openBallot({ ...draft, items: [] })).toMatchObject({ code: 'ballot_empty' });
    const adopted = { reference: 'TW26-2', lifecycle: 'adopted' } as const;
    expect(openBallot({ ...draft, items: [...draft.items, adopted] })).toMatchObject({
      code: 'not_to_be_voted_on',
      params: { reference: 'TW26-2' },
    });
  });

  it('needs somebody who may vote', () => {
    expect(openBallot({ ...draft, electors: 0 })).toMatchObject({ code: 'nobody_to_vote' });
  });

  it('happens once', () => {
    expect(openBallot({ ...draft, state: 'open' })).toMatchObject({ code: 'ballot_opened_already' });
    expect(openBallot({ ...draft, state: 'closed' })).toMatchObject({ code: 'ballot_closed_already' });
  });
});

describe('closing a ballot', () => {
  it('happens once, and only to an open one', () => {
    expect(closeBallot('open')).toEqual({ refused: false, value: 'closed' });
    expect(closeBallot('draft')).toMatchObject({ code: 'ballot_not_open' });
    expect(closeBallot('closed')).toMatchObject({ code: 'ballot_closed_already' });
  });
});

describe('counts', () => {
  it.each([
    ['draft', 'open', false, false],
    ['open', 'open', false, true],
    ['open', 'open', true, false],
    ['open', 'chatham_house', false, false],
    ['closed', 'open', true, true],
    ['closed', 'chatham_house', true, true],
  ] as const)('of a ballot that is %s in a room under the rule %s, hidden %s: shown %s', (state, rule, hiddenUntilClosed, shown) => {
    expect(countsAreOpen({ state, rule, hiddenUntilClosed })).toBe(shown);
  });
});
