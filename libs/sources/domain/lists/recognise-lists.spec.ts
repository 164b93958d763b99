import { readText } from '../read-text';
import { recognise } from '../recognise';

const outlineOf = (...lines: string[]) => recognise(readText(lines.join('\n')));
const codesOf = ({ warnings }: ReturnType<typeof outlineOf>) =>
  warnings.map(({ code }) => code).filter((code) => code !== 'meeting-field-missing');

const workshop = ['Recommendations of the workshop on the harbour', ''];

describe('headings with lists', () => {
  it('become sections with items, with all sentences of an item', () => {
    const outline = outlineOf(
      ...workshop,
      'LIGHTS',
      '',
      '- Light the stairs. Do it soon.',
      '- Light the quay',
      '  and the gate.',
      '',
      'BOATS',
      '',
      '- Buy a boat.',
    );
    expect(outline).toMatchObject({
      kind: 'workshop',
      title: 'Recommendations of the workshop on the harbour',
      levels: ['Theme', 'Recommendation'],
      sections: [
        { path: [1], title: 'LIGHTS', count: 2, line: 3 },
        { path: [2], title: 'BOATS', count: 1, line: 9 },
      ],
      items: [
        { path: [1, 1], text: 'Light the stairs. Do it soon.', line: 5, lastLine: 5 },
        { path: [1, 2], text: 'Light the quay and the gate.', line: 6, lastLine: 7 },
        { path: [2, 1], text: 'Buy a boat.', line: 11 },
      ],
    });
  });

  it('begin behind the sentence that announces them: lists before it are left out with a warning', () => {
    const outline = outlineOf(
      ...workshop,
      'The day had two parts and was long:',
      '- talks',
      '- lunch',
      '',
      'Below are the recommendations of the harbour workshop:',
      '',
      'BOATS',
      '- Buy a boat.',
    );
    expect(outline.items.map(({ text }) => text)).toEqual(['Buy a boat.']);
    expect(outline.warnings).toContainEqual({ code: 'list-left-out', line: 4, count: 2, title: 'none' });
  });

  it('nest by their depth', () => {
    const outline = outlineOf(
      '# Report of the meeting',
      '## Harbour',
      '### Boats',
      '- Buy one.',
      '### Lights',
      '- Light one.',
      '## Town',
      '- Sweep it.',
    );
    expect(outline.sections.map(({ path, title, count }) => [path.join('.'), title, count])).toEqual([
      ['1', 'Harbour', 2],
      ['1.1', 'Boats', 1],
      ['1.2', 'Lights', 1],
      ['2', 'Town', 1],
    ]);
    expect(outline.items.map(({ path }) => path.join('.'))).toEqual(['1.1.1', '1.2.1', '2.1']);
  });

  it('may be numbered lines, each over a list of its own', () => {
    const outline = outlineOf(...workshop, '1. Boats', 'a) Buy one.', 'b) Paint it.', '', '2. Lights', 'a) Light one.');
    expect(outline.sections.map(({ code, title, count }) => [code, title, count])).toEqual([
      ['1', 'Boats', 2],
      ['2', 'Lights', 1],
    ]);
  });

  it('may name their level and a letter', () => {
    const outline = outlineOf(
      ...workshop,
      'THEME A: WATER',
      '',
      '(i) Dig a well in the village.',
      '',
      'THEME B: LAND',
      '',
      '(i) Map the land.',
    );
    expect(outline.sections.map(({ code, title }) => [code, title])).toEqual([
      ['A', 'WATER'],
      ['B', 'LAND'],
    ]);
  });

  it('give numbers as codes where no two items share one, and say so where they do', () => {
    const apart = outlineOf(...workshop, 'BOATS', '1. Buy one.', '', 'LIGHTS', '2. Light one.');
    expect(apart.items.map(({ code }) => code)).toEqual(['1', '2']);
    const anew = outlineOf(...workshop, 'BOATS', '1. Buy one.', '', 'LIGHTS', '1. Light one.');
    expect(anew.items.map(({ code }) => code)).toEqual([undefined, undefined]);
    expect(codesOf(anew)).toEqual(['numbers-restart']);
  });

  it('of lists of participants are left out with a warning', () => {
    const outline = outlineOf(...workshop, 'BOATS', '- Buy one.', '', 'PARTICIPANTS', '- Ann', '- Ben');
    expect(outline.items).toHaveLength(1);
    expect(outline.warnings).toContainEqual({ code: 'list-left-out', line: 6, count: 2, title: 'PARTICIPANTS' });
  });
});

describe('items of a list', () => {
  it('take in the list below them, with a warning', () => {
    const outline = outlineOf(...workshop, 'BOATS', '- Buy boats:', '  - small', '  - large', '- Paint them.');
    expect(outline.items.map(({ text }) => text)).toEqual(['Buy boats: small large', 'Paint them.']);
    expect(outline.warnings).toContainEqual({ code: 'nested-list-joined', line: 4, count: 2 });
  });

  it('go on after a gap in the middle of a sentence, with a warning', () => {
    const outline = outlineOf(
      ...workshop,
      'BOATS',
      '- Buy boats for the harbour',
      '',
      'and paint them in the colours of the town before summer.',
    );
    expect(outline.items).toMatchObject([
      { text: 'Buy boats for the harbour and paint them in the colours of the town before summer.', lastLine: 6 },
    ]);
    expect(codesOf(outline)).toEqual(['joined-over-gap']);
  });

  it('name the bodies responsible at their end', () => {
    const outline = outlineOf(...workshop, 'BOATS', '- Buy boats (Responsible: Harbour Office; Fire Service).');
    expect(outline.items).toMatchObject([{ text: 'Buy boats', institutions: [{ name: 'Harbour Office' }, { name: 'Fire Service' }] }]);
  });

  it('may be labelled paragraphs', () => {
    const outline = outlineOf('Conclusions of the seminar', '', 'Recommendation 1: Buy boats.', '', 'Recommendation 2: Paint them', 'all.');
    expect(outline.items).toMatchObject([
      { code: '1', text: 'Buy boats.' },
      { code: '2', text: 'Paint them all.' },
    ]);
  });

  it('may be paragraphs behind an announcement where there is no list, with a warning', () => {
    const outline = outlineOf(
      'Report of the seminar',
      '',
      'Recommendations',
      '',
      'Boats',
      '',
      'Buy boats for the harbour.',
      '',
      'Paint them all in white.',
    );
    expect(outline.items.map(({ text }) => text)).toEqual(['Buy boats for the harbour.', 'Paint them all in white.']);
    expect(codesOf(outline)).toEqual(['paragraphs-taken-as-items']);
  });

  it('without a heading stand under the title, with a warning', () => {
    const outline = outlineOf(...workshop, '- Buy a boat for the harbour and paint it.', '- Light the stairs of the harbour.');
    expect(outline.sections).toMatchObject([{ path: [1], title: outline.title, count: 2 }]);
    expect(outline.warnings).toContainEqual({ code: 'items-without-section', line: 3, count: 2 });
  });

  it('are followed by text that belongs to none: it is warned of', () => {
    const outline = outlineOf(...workshop, 'BOATS', '- Buy a boat.', '', 'The chair thanked everybody for coming and closed the meeting.');
    expect(outline.warnings).toContainEqual({
      code: 'text-outside-items',
      line: 6,
      text: 'The chair thanked everybody for coming and closed the meeting.',
    });
  });
});

describe('a document without anything to recognise', () => {
  it('says so', () => {
    expect(codesOf(outlineOf('A letter', '', 'We write to you about the harbour. It is nice.'))).toContain('nothing-recognised');
    expect(codesOf(outlineOf(''))).toContain('nothing-recognised');
  });
});
