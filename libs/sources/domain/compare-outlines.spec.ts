import { compareOutlines, type OutlineDifference } from './compare-outlines';
import { readText } from './read-text';
import { recognise } from './recognise';

const plan = (...rows: string[]) => recognise(readText(['Action plan', '', 'No.\tGoal\tAction\tLead', ...rows].join('\n')));
const before = plan(
  '1.a\tSafety\tMark the quay in white.\tTrade',
  '1.b\t\tLight the long stairs.\tTrade',
  '2.a\tRescue\tBuy a boat.\tPolice',
);
const shape = ({ added, removed, changed, same }: OutlineDifference) => ({
  added: added.map(({ text }) => text),
  removed: removed.map(({ text }) => text),
  changed: changed.map((pair) => `${pair.before.text} > ${pair.after.text} (${pair.fields.join(', ')})`),
  same: same.length,
});

describe('importing again', () => {
  it('the same document changes nothing', () => {
    expect(shape(compareOutlines(before, before))).toEqual({ added: [], removed: [], changed: [], same: 3 });
  });

  it('pairs by code and shows what changed', () => {
    const after = plan(
      '1.a\tSafety\tMark the quay in yellow.\tTrade',
      '1.b\t\tLight the long stairs.\tPolice',
      '2.a\tRescue\tBuy a boat.\tPolice',
    );
    expect(shape(compareOutlines(before, after))).toEqual({
      added: [],
      removed: [],
      changed: [
        'Mark the quay in white. > Mark the quay in yellow. (text)',
        'Light the long stairs. > Light the long stairs. (institutions)',
      ],
      same: 1,
    });
  });

  it('pairs by text where the codes moved on', () => {
    const after = plan(
      '1.a\tSafety\tWarn all the sailors by radio.\tTrade',
      '1.b\t\tMark the quay in white.\tTrade',
      '1.c\t\tLight the long stairs.\tTrade',
      '2.a\tRescue\tBuy a boat.\tPolice',
    );
    expect(shape(compareOutlines(before, after))).toEqual({
      added: ['Warn all the sailors by radio.'],
      removed: [],
      changed: ['Mark the quay in white. > Mark the quay in white. (code)', 'Light the long stairs. > Light the long stairs. (code)'],
      same: 1,
    });
  });

  it('an item whose code and text are new is added, one whose both are gone is removed', () => {
    const after = plan(
      '1.a\tSafety\tMark the quay in white.\tTrade',
      '2.a\tRescue\tBuy a boat.\tPolice',
      '2.b\t\tTrain the divers well.\tPolice',
    );
    expect(shape(compareOutlines(before, after))).toEqual({
      added: ['Train the divers well.'],
      removed: ['Light the long stairs.'],
      changed: [],
      same: 2,
    });
  });

  it('a new text under an old code is a change and not a second item with that code', () => {
    const after = plan('1.a\tSafety\tMark the quay in white.\tTrade', '1.b\t\tSweep.\tTrade', '2.a\tRescue\tBuy a boat.\tPolice');
    expect(shape(compareOutlines(before, after)).changed).toEqual(['Light the long stairs. > Sweep. (text)']);
  });
});
