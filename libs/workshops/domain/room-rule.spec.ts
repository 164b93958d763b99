import { asksName, changeRule } from './room-rule';

describe('the rule of a room', () => {
  it('may be tightened and kept', () => {
    expect(changeRule('open', 'chatham_house')).toEqual({ refused: false, value: 'chatham_house' });
    expect(changeRule('chatham_house', 'chatham_house').refused).toBe(false);
  });

  it('is never loosened', () => {
    expect(changeRule('chatham_house', 'open')).toEqual({ refused: true, code: 'rule_cannot_be_loosened' });
  });

  it('asks for names only where they may be told', () => {
    expect(asksName('open')).toBe(true);
    expect(asksName('chatham_house')).toBe(false);
  });
});
