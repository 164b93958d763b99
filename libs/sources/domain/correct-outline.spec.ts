import { dropItem, editText, joinWithPrevious, moveToSection, renameSection, setCode, splitAt } from './correct-outline';
import type { Outline } from './outline';
import { readText } from './read-text';
import { recognise } from './recognise';

const outline = recognise(
  readText(
    [
      'Action plan',
      '',
      'No.\tGoal\tAction\tIndicator\tLead',
      '1.a\tSafety\tMark the quay. Light it.\tMarks.\tTrade',
      '1.b\t\tSweep it.\tSwept.\tPolice',
      '2.a\tRescue\tBuy a boat.\tBought.\tPolice',
    ].join('\n'),
  ),
);
const shape = ({ sections, items }: Outline) => ({
  sections: sections.map(({ path, title, count }) => `${path.join('.')} ${title} ${count}`),
  items: items.map(({ path, code, text }) => `${path.join('.')} ${code ?? '-'} ${text}`),
});

describe('a correction in the preview', () => {
  it('starts from what was recognised', () => {
    expect(shape(outline)).toEqual({
      sections: ['1 Safety 2', '2 Rescue 1'],
      items: ['1.1 1.a Mark the quay. Light it.', '1.2 1.b Sweep it.', '2.1 2.a Buy a boat.'],
    });
  });

  it('sets a code, and takes it away', () => {
    expect(setCode(outline, [1, 2], ' 1.c ').items[1]?.code).toBe('1.c');
    expect(setCode(outline, [1, 2], '').items[1]).not.toHaveProperty('code');
  });

  it('edits a text and renames a section', () => {
    expect(editText(outline, [2, 1], ' Buy two boats. ').items[2]?.text).toBe('Buy two boats.');
    expect(renameSection(outline, [2], 'Rescue at sea').sections[1]?.title).toBe('Rescue at sea');
  });

  it('drops an item: the positions behind it move up, counts follow', () => {
    expect(shape(dropItem(outline, [1, 1]))).toEqual({
      sections: ['1 Safety 1', '2 Rescue 1'],
      items: ['1.1 1.b Sweep it.', '2.1 2.a Buy a boat.'],
    });
  });

  it('joins an item with the one before, also over a section, and keeps the bodies and instruments of both', () => {
    const joined = joinWithPrevious(outline, [2, 1]);
    expect(shape(joined)).toEqual({
      sections: ['1 Safety 2', '2 Rescue 0'],
      items: ['1.1 1.a Mark the quay. Light it.', '1.2 1.b Sweep it. Buy a boat.'],
    });
    expect(joined.items[1]).toMatchObject({ institutions: [{ name: 'Police' }], instruments: ['Swept.', 'Bought.'], line: 5, lastLine: 6 });
  });

  it('splits an item: the second part has no code and no instrument', () => {
    const split = splitAt(outline, [1, 1], 'Mark the quay.'.length);
    expect(shape(split).items).toEqual(['1.1 1.a Mark the quay.', '1.2 - Light it.', '1.3 1.b Sweep it.', '2.1 2.a Buy a boat.']);
    expect(split.items[1]).toMatchObject({ institutions: [{ name: 'Trade' }], instruments: [] });
  });

  it('splits and joins back to the same text', () => {
    expect(joinWithPrevious(splitAt(outline, [1, 1], 14), [1, 2]).items[0]?.text).toBe('Mark the quay. Light it.');
  });

  it('moves an item to where it stands in the order of the document', () => {
    expect(shape(moveToSection(outline, [1, 1], [2]))).toEqual({
      sections: ['1 Safety 1', '2 Rescue 2'],
      items: ['1.1 1.b Sweep it.', '2.1 1.a Mark the quay. Light it.', '2.2 2.a Buy a boat.'],
    });
  });

  it('that names nothing changes nothing', () => {
    for (const correct of [
      () => setCode(outline, [9, 9], '1'),
      () => editText(outline, [9], 'x'),
      () => dropItem(outline, [1, 9]),
      () => joinWithPrevious(outline, [1, 1]),
      () => splitAt(outline, [1, 1], 0),
      () => moveToSection(outline, [1, 1], [7]),
      () => renameSection(outline, [7], 'x'),
    ]) {
      expect(correct()).toBe(outline);
    }
  });

  it('leaves the outline that it was given as it was', () => {
    const before = JSON.stringify(outline);
    dropItem(outline, [1, 1]);
    moveToSection(outline, [1, 1], [2]);
    expect(JSON.stringify(outline)).toBe(before);
  });
});
