import { readText } from '../read-text';
import { recognise } from '../recognise';

const head = 'No.\tGOAL\tLINES OF ACTION\tMONITORING INSTRUMENTS\tDEPARTMENTS';
const plan = (...rows: string[]) =>
  recognise(readText(['National action plan for the harbour', '', 'OBJECTIVE 1. Safety', '', head, ...rows].join('\n')));
const row = (...cells: string[]) => cells.join('\t');
const first = row('1.a', 'Fewer accidents.', 'Mark the quay.', 'Marks painted.', 'Trade');
const others = [
  row('2.a', 'Better rescue.', 'Buy a boat.', 'Boat bought.', 'Police'),
  row('2.b', '', 'Paint it.', 'Boat painted.', 'Home Affairs'),
];

describe('a matrix', () => {
  it('becomes objectives, goals and lines of action under the names that it uses', () => {
    const outline = plan(first, ...others);
    expect(outline).toMatchObject({
      kind: 'plan',
      levels: ['Objective', 'Goal', 'Line of action'],
      sections: [
        { path: [1], code: '1', title: 'Safety', count: 3 },
        { path: [1, 1], code: '1', title: 'Fewer accidents.', count: 1 },
        { path: [1, 2], code: '2', title: 'Better rescue.', count: 2 },
      ],
      items: [
        {
          path: [1, 1, 1],
          code: '1.a',
          text: 'Mark the quay.',
          instruments: ['Marks painted.'],
          institutions: [{ name: 'Trade' }],
          line: 6,
        },
        { path: [1, 2, 1], code: '2.a' },
        { path: [1, 2, 2], code: '2.b' },
      ],
      warnings: [],
    });
  });

  it('joins wrapped rows, over footnotes and page breaks, and goes on with a title in the next row', () => {
    const outline = plan(
      row('1.a', 'Fewer', 'Mark the quay of', 'Marks', 'Trade'),
      row('1.b', 'accidents.', 'Light the', 'Lamps installed.', 'Police'),
      '',
      ' ² A law of the harbour.',
      '',
      row('', '', 'stairs².', '', 'Home Affairs'),
      ...others,
    );
    expect(outline.sections[1]).toMatchObject({ title: 'Fewer accidents.', count: 2 });
    expect(outline.items[1]).toMatchObject({
      text: 'Light the stairs.',
      footnotes: ['A law of the harbour.'],
      institutions: [{ name: 'Police' }, { name: 'Home Affairs' }],
      line: 7,
      lastLine: 11,
    });
  });

  it('splits instruments at the ends of sentences', () => {
    expect(
      plan(row('1.a', 'Fewer accidents.', 'Mark it.', 'Marks painted. Number of falls.', 'Trade'), ...others).items[0]?.instruments,
    ).toEqual(['Marks painted.', 'Number of falls.']);
  });

  it('splits squeezed institutions by the names that stand alone elsewhere', () => {
    expect(
      plan(row('1.a', 'Fewer accidents.', 'Mark it.', 'Marks.', 'Police Home Affairs Trade'), first.replace('1.a', '1.b'), ...others)
        .items[0],
    ).toMatchObject({
      institutions: [{ name: 'Police' }, { name: 'Home Affairs' }, { name: 'Trade' }],
    });
  });

  it('keeps other columns beside the item', () => {
    const text = ['Action plan', '', 'Action\tResponsible\tDeadline', 'Buy a boat.\tPolice\t2027'].join('\n');
    expect(recognise(readText(text)).items).toMatchObject([{ text: 'Buy a boat.', notes: [{ column: 'Deadline', text: '2027' }] }]);
  });

  it('without codes begins an item with each full row, and nests by the columns of sections', () => {
    const text = [
      'Objective\tGoal\tAction\tLead',
      'Safe\tFewer falls\tMark it\tTrade',
      '\t\tLight it\tPolice',
      '\tRescue\tBuy a boat\tPolice',
      'Clean\tLess oil\tInspect\tTrade',
    ];
    const outline = recognise(readText(['Action plan', '', ...text].join('\n')));
    expect(outline.sections.map(({ path, title, count }) => [path.join('.'), title, count])).toEqual([
      ['1', 'Safe', 3],
      ['1.1', 'Fewer falls', 2],
      ['1.2', 'Rescue', 1],
      ['2', 'Clean', 1],
      ['2.1', 'Less oil', 1],
    ]);
    expect(outline.items.map(({ text: one }) => one)).toEqual(['Mark it', 'Light it', 'Buy a boat', 'Inspect']);
  });

  it('does not take a numbered list before the tables for items', () => {
    const text = [
      'Action plan',
      '',
      'The objectives are:',
      '',
      '- 1. Safety;',
      '- 2. Rescue.',
      '',
      'OBJECTIVE 1. Safety',
      '',
      head,
      first,
      ...others,
    ];
    expect(recognise(readText(text.join('\n'))).items).toHaveLength(3);
  });

  it('has no items where no row names its columns, and says so', () => {
    expect(recognise(readText('Action plan\n\na\tb\nc\td')).warnings).toContainEqual({ code: 'table-without-head', line: 3, rows: 2 });
  });
});

describe('damage in a matrix', () => {
  it('look-alike letters in a code: the code is repaired where it fits, and the warning shows what was written', () => {
    const outline = plan(
      first,
      row('1.Ь', '', 'Light it.', 'Lit.', 'Trade'),
      row('2.а', 'Better rescue.', 'Buy a boat.', 'Boat bought.', 'Police'),
    );
    expect(outline.items.map(({ code }) => code)).toEqual(['1.a', '2.a']);
    expect(outline.items[1]).toMatchObject({ writtenCode: '2.а' });
    expect(outline.warnings).toContainEqual({ code: 'code-repaired', line: 8, written: '2.а', reference: '2.a' });
    expect(outline.warnings).toContainEqual({ code: 'stray-code', line: 7, written: '1.Ь', item: '1.a', suggestion: 'none' });
  });

  it('stray numbers beside wrapped rows: the rows go on, each number is warned of', () => {
    const outline = plan(
      row('1.a', 'Fewer accidents.', 'Mark the', 'Marks painted.', 'Trade'),
      row('1.0', '', 'quay.', '', ''),
      row('1 -', '', '', '', ''),
      ...others,
    );
    expect(outline.items[0]).toMatchObject({ code: '1.a', text: 'Mark the quay.', line: 6, lastLine: 7 });
    expect(outline.warnings).toEqual([
      { code: 'stray-code', line: 7, written: '1.0', item: '1.a', suggestion: 'none' },
      { code: 'stray-code', line: 8, written: '1 -', item: '1.a', suggestion: 'none' },
    ]);
  });

  it('two items in one row: both are kept, the second without a code, and the warning says which code is missing', () => {
    const outline = plan(
      row('1.a', 'Fewer accidents.', 'Mark the quay. Give particular care to', 'Marks painted. Number of stairs that', 'Trade Trade'),
      row('', '', 'the stairs.', 'are lit.', 'Police'),
      row('1.c', '', 'Sweep the quay.', 'Swept.', 'Police'),
      ...others,
    );
    expect(outline.items.slice(0, 3)).toMatchObject([
      { code: '1.a', text: 'Mark the quay.', instruments: ['Marks painted.'], institutions: [{ name: 'Trade' }] },
      {
        text: 'Give particular care to the stairs.',
        instruments: ['Number of stairs that are lit.'],
        institutions: [{ name: 'Trade' }, { name: 'Police' }],
      },
      { code: '1.c' },
    ]);
    expect(outline.items[1]).not.toHaveProperty('code');
    expect(outline.warnings).toEqual([{ code: 'item-without-code', line: 7, after: '1.a', before: '1.c', missing: '1.b' }]);
  });

  it('a code that is missing with its item is warned of', () => {
    const outline = plan(first, row('1.c', '', 'Sweep it', 'Swept.', 'Trade'), ...others);
    expect(outline.warnings).toEqual([{ code: 'code-missing', line: 7, after: '1.a', before: '1.c' }]);
  });

  it('rows without the carried-down cell after a page break: the goal above is carried on', () => {
    const outline = plan(first, ...others, '', row('2.c', 'Row it.', 'Rowed.', 'Trade'), row('2.d', 'Sail it.', '', 'Police'));
    expect(outline.items.slice(-2)).toMatchObject([
      { code: '2.c', path: [1, 2, 3], text: 'Row it.', instruments: ['Rowed.'] },
      { code: '2.d', text: 'Sail it.', instruments: [], institutions: [{ name: 'Police' }] },
    ]);
    expect(outline.warnings).toEqual([
      { code: 'columns-left-out', line: 10, columns: 'GOAL', rows: 2 },
      { code: 'item-without-instruments', line: 11, item: '2.d' },
    ]);
  });

  it('a damaged copy of a line: the better one stays, the other is in the warning', () => {
    const outline = plan(
      row('1.a', 'Fewer accidents.', 'Mark the quay and the', 'Marks painted.', 'Trade'),
      row('', '', 'stairs along the harbour wall.', '', ''),
      row('', '', 'stains along the harhour wall.', '', ''),
      row('1.b', '', 'Light the stairs along the harbour.', 'Lit.', 'Trade'),
      ...others,
    );
    expect(outline.items[0]?.text).toBe('Mark the quay and the stairs along the harbour wall.');
    expect(outline.warnings).toEqual([
      { code: 'repeated-line', line: 8, dropped: 'stains along the harhour wall.', kept: 'stairs along the harbour wall.' },
    ]);
  });

  it('lines that differ in known words are both kept', () => {
    const outline = plan(
      row('1.a', 'Fewer accidents.', 'Mark the quay.', 'Proportion of men there.', 'Trade'),
      row('', '', '', 'Proportion of women there.', ''),
      row('1.b', '', 'Count men and women.', 'Counts of men and women.', 'Trade'),
      ...others,
    );
    expect(outline.items[0]?.instruments).toEqual(['Proportion of men there.', 'Proportion of women there.']);
  });

  it('dirt of a scan: it is left out of every column and warned of', () => {
    const outline = plan(first, row('', '•', '*', '', 'T'), row('', '', '', '', 'i ol noise'), ...others);
    expect(outline.items[0]).toMatchObject({ text: 'Mark the quay.', institutions: [{ name: 'Trade' }] });
    expect(outline.warnings.map((warning) => [warning.code, 'text' in warning ? warning.text : ''])).toEqual([
      ['stray-text', '•'],
      ['stray-text', '*'],
      ['stray-text', 'T'],
      ['unreadable-institution', 'i ol noise'],
    ]);
  });

  it('a code that comes twice is warned of, with the other line', () => {
    const rows = [row('1', 'A.', 'Do one.', 'Done.', 'Trade'), row('2', '', 'Do two.', 'Done.', 'Trade')];
    const text = ['Action plan', '', 'OBJECTIVE 1. One', head, ...rows, '', 'OBJECTIVE 2. Two', head, ...rows];
    const twice = recognise(readText(text.join('\n'))).warnings.filter(({ code }) => code === 'code-twice');
    expect(twice).toMatchObject([
      { line: 10, other: 5 },
      { line: 11, other: 6 },
    ]);
  });

  it('the running head of a page does not end a table', () => {
    const outline = plan(first, '', 'NATIONAL PLAN OF THE HARBOUR', '', ...others);
    expect(outline.items).toHaveLength(3);
    expect(outline.warnings).toEqual([{ code: 'text-outside-items', line: 8, text: 'NATIONAL PLAN OF THE HARBOUR' }]);
  });
});

describe('text around the tables', () => {
  const intro = [
    'National action plan for the harbour',
    '',
    'OBJECTIVE 1. Safety',
    '',
    'Why it matters',
    '',
    'The quays are old. They break and the sea',
    '',
    'is rough. So we act.',
    '',
  ];

  it('between a heading that names its level and its table belongs to that section, broken paragraphs joined', () => {
    const outline = recognise(readText([...intro, head, first].join('\n')));
    expect(outline.sections[0]).toMatchObject({
      title: 'Safety',
      intro: 'Why it matters\n\nThe quays are old. They break and the sea is rough. So we act.',
    });
    expect(outline.warnings).toEqual([]);
  });

  it('between two tables is warned of where another heading opens the second, after the last one it is not', () => {
    const between = ['', 'A remark that stands between the two tables.', '', 'OBJECTIVE 2. Rescue', '', head, ...others];
    const outline = recognise(
      readText([...intro, head, first, ...between, '', 'Annex', '', 'Words at the end of it all.', '', 'Index', ''].join('\n')),
    );
    expect(outline.warnings).toEqual([{ code: 'text-outside-items', line: 14, text: 'A remark that stands between the two tables.' }]);
  });
});
