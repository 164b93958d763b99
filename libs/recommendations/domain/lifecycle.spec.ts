import * as fc from 'fast-check';
import { implementation, type Lifecycle, lifecycle, response, verification } from './axes';
import { decide } from './decide';
import { editText } from './edit-text';
import { restore, withdraw } from './withdraw';

const states = fc.constantFrom(...lifecycle.states);

describe('the axes', () => {
  it('begin where nothing has happened yet', () => {
    expect([lifecycle.start, response.start, implementation.start, verification.start]).toEqual([
      'draft',
      'awaiting',
      'not_started',
      'unverified',
    ]);
  });

  it('let no institution take back that it answered', () => {
    for (const state of response.states) expect(response.allows(state, 'awaiting')).toBe(false);
  });

  it('let adoption end by withdrawal alone', () => {
    expect(lifecycle.next('adopted')).toEqual(['withdrawn']);
  });

  it('adopt nothing that was not proposed', () => {
    expect(lifecycle.allows('draft', 'adopted')).toBe(false);
  });
});

describe('a decision', () => {
  it('waits until the ballot is closed', () => {
    expect(decide('in_ballot', 'adopted')).toEqual({ refused: true, code: 'recommendation_in_ballot' });
  });

  it('can be changed from not adopted to adopted, and not back', () => {
    expect(decide('not_adopted', 'adopted')).toEqual({ refused: false, value: 'adopted' });
    expect(decide('adopted', 'not_adopted').refused).toBe(true);
  });

  it('moves only along the table', () => {
    fc.assert(
      fc.property(states, fc.constantFrom('adopted' as const, 'not_adopted' as const), (from, decision) => {
        const result = decide(from, decision);
        if (!result.refused) expect(lifecycle.allows(from, result.value)).toBe(true);
      }),
    );
  });
});

describe('a withdrawal', () => {
  it('is refused while people vote on it', () => {
    expect(withdraw('in_ballot')).toEqual({ refused: true, code: 'recommendation_in_ballot' });
  });

  it('can be undone, and then it stands exactly where it stood', () => {
    fc.assert(
      fc.property(states, (before) => {
        const withdrawn = withdraw(before);
        if (!withdrawn.refused) expect(restore(withdrawn.value, before)).toEqual({ refused: false, value: before });
      }),
    );
  });

  it('is undone only where there was one', () => {
    fc.assert(
      fc.property(states, fc.option(states), (state, before) => {
        if (state !== 'withdrawn') expect(restore(state, before).refused).toBe(true);
      }),
    );
    expect(restore('withdrawn', null).refused).toBe(true);
  });
});

describe('an edit', () => {
  const before = 'Train all staff.';
  const to = (text: string, reason = '') => ({ text, reason });

  it('keeps what it was and what it became', () => {
    expect(editText('proposed', before, to('  Train every officer. '))).toEqual({
      refused: false,
      value: { before, after: 'Train every officer.', reason: '' },
    });
  });

  it('is refused while people vote on the text', () => {
    expect(editText('in_ballot', before, to('Other'))).toEqual({ refused: true, code: 'recommendation_in_ballot' });
  });

  it.each<Lifecycle>(['not_adopted', 'merged', 'withdrawn'])('is refused once it is %s', (state) => {
    expect(editText(state, before, to('Other', 'Why'))).toEqual({ refused: true, code: 'recommendation_closed' });
  });

  it('says why, once others work by the text', () => {
    expect(editText('adopted', before, to('Other'))).toEqual({ refused: true, code: 'reason_required' });
    expect(editText('adopted', before, to('Other', 'A misprint.')).refused).toBe(false);
  });

  it('that changes nothing is refused', () => {
    expect(editText('proposed', before, to(` ${before} `))).toEqual({ refused: true, code: 'text_unchanged' });
  });
});
