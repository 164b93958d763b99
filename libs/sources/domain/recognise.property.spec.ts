import * as fc from 'fast-check';
import type { Outline, OutlineInstitution } from './outline';
import { readText } from './read-text';
import { recognise } from './recognise';

/* Documents are generated as outlines, rendered as text by the small renderers below, and must come back the same. */

const pool =
  'mark quay light stairs boat train guard report budget harbour village teacher winter lantern market bridge ' +
  'garden letter window river stone timber copper silver kitchen painter sailor doctor farmer singer meadow ' +
  'forest island mountain desert valley canyon glacier volcano lagoon anchor rudder compass engine ladder bucket ' +
  'blanket candle mirror pillow carpet curtain saddle bottle basket hammer';
const words = pool.split(' ');
const names = ['Trade', 'Police', 'Home Affairs', 'Weather Service', 'Health'];
const parts: OutlineInstitution[] = [
  { name: 'Border Guard', parent: 'Home Affairs' },
  { name: 'Coast Watch', parent: 'Police' },
];

const someWords = (minLength: number, maxLength: number) => fc.uniqueArray(fc.constantFrom(...words), { minLength, maxLength });
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sentence = someWords(4, 14).map((some) => `${capital(some.join(' '))}.`);
const wrap = (text: string, width: number) => {
  const tokens = text.split(' ');
  return Array.from({ length: Math.ceil(tokens.length / width) }, (_, index) => tokens.slice(index * width, (index + 1) * width).join(' '));
};

interface Section {
  title: string;
  items: string[];
}

const listDocument = fc.record({
  sections: fc.uniqueArray(
    fc.record({
      title: someWords(1, 5).map((some) => some.join(' ').toUpperCase()),
      items: fc.array(
        fc.array(sentence, { minLength: 1, maxLength: 3 }).map((some) => some.join(' ')),
        { minLength: 1, maxLength: 5 },
      ),
    }),
    { minLength: 1, maxLength: 6, selector: ({ title }) => title },
  ),
  bullet: fc.constantFrom('- ', '• ', '* ', '– '),
  width: fc.integer({ min: 3, max: 40 }),
  newline: fc.constantFrom('\n', '\r\n'),
});

const renderList = (sections: readonly Section[], bullet: string, width: number, newline: string): string =>
  [
    'Recommendations of the workshop on the harbour',
    '',
    ...sections.flatMap(({ title, items }) => [
      title,
      '',
      ...items.flatMap((item) => wrap(item, width).map((line, index) => (index === 0 ? bullet : '  ') + line)),
      '',
    ]),
  ].join(newline);

describe('a document of headings and bullets', () => {
  it('comes back as the outline that it was made from', () => {
    fc.assert(
      fc.property(listDocument, ({ sections, bullet, width, newline }) => {
        const outline = recognise(readText(renderList(sections, bullet, width, newline)));
        expect(outline.sections.map(({ title, count }) => [title, count])).toEqual(
          sections.map(({ title, items }) => [title, items.length]),
        );
        expect(outline.items.map(({ text }) => text)).toEqual(sections.flatMap(({ items }) => items));
        expect(outline.warnings.filter(({ code }) => code !== 'meeting-field-missing' && code !== 'language-uncertain')).toEqual([]);
      }),
    );
  });
});

interface Item {
  text: string;
  instruments: string[];
  institutions: OutlineInstitution[];
  /** Words a line of a wrapped item; 0 writes it on one line, its institutions squeezed into one cell. */
  width: number;
}

const institution = fc.oneof(
  fc.constantFrom(...names).map((name): OutlineInstitution => ({ name })),
  fc.constantFrom(...parts),
);
const label = ({ name, parent }: OutlineInstitution) => (parent ? `${parent}-${name}` : name);
const matrixItem = fc.record({
  text: sentence,
  instruments: fc.uniqueArray(sentence, { minLength: 1, maxLength: 3 }),
  institutions: fc.uniqueArray(institution, { minLength: 1, maxLength: 4, selector: label }),
  width: fc.constantFrom(0, 0, 2, 3, 5),
});
const goal = fc.record({ title: sentence, items: fc.array(matrixItem, { minLength: 1, maxLength: 4 }) });
const objective = fc.record({
  title: someWords(1, 5).map((some) => capital(some.join(' '))),
  goals: fc.array(goal, { minLength: 1, maxLength: 4 }),
});
const matrixDocument = fc.array(objective, { minLength: 1, maxLength: 3 });
type Objective = { title: string; goals: { title: string; items: Item[] }[] };

/** Every name stands alone once, so that it can be learned. */
const teaching: Item = {
  text: 'Learn all of the names.',
  instruments: ['Names learned.'],
  institutions: names.map((name) => ({ name })),
  width: 3,
};

const head = 'No.\tGOAL\tLINES OF ACTION\tMONITORING INSTRUMENTS\tDEPARTMENTS';

function renderItem(code: string, goalTitle: string, { text, instruments, institutions, width }: Item): string[] {
  if (width === 0) return [[code, goalTitle, text, instruments.join(' '), institutions.map(label).join(' ')].join('\t')];
  const columns = [
    [code],
    goalTitle === '' ? [] : wrap(goalTitle, width),
    wrap(text, width),
    wrap(instruments.join(' '), width),
    institutions.map(label),
  ];
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) => columns.map((lines) => lines[index] ?? '').join('\t'));
}

interface Rendered {
  lines: string[];
  codes: string[];
}

function renderMatrix(objectives: readonly Objective[]): Rendered {
  const lines = ['National action plan for the harbour', ''];
  const codes: string[] = [];
  let number = 0;
  objectives.forEach(({ title, goals }, index) => {
    lines.push(`OBJECTIVE ${index + 1}. ${title}`, '', head);
    for (const { title: goalTitle, items } of goals) {
      number += 1;
      items.forEach((item, at) => {
        const code = items.length === 1 ? `${number}.` : `${number}.${String.fromCharCode(97 + at)}`;
        codes.push(code);
        lines.push(...renderItem(code, at === 0 ? goalTitle : '', item));
      });
    }
    lines.push('');
  });
  return { lines, codes };
}

const withTeaching = (objectives: readonly Objective[]): Objective[] => [
  ...objectives,
  { title: 'Names', goals: [{ title: 'Know the names.', items: [teaching, { ...teaching, text: 'Keep all of the names.' }] }] },
];

const itemsOf = (objectives: readonly Objective[]): Item[] => objectives.flatMap(({ goals }) => goals.flatMap(({ items }) => items));

const recogniseLines = (lines: readonly string[]): Outline => recognise(readText(lines.join('\n')));

describe('a matrix with carried-down cells and wrapped rows', () => {
  it('comes back as the outline that it was made from, without a warning', () => {
    fc.assert(
      fc.property(matrixDocument, (generated) => {
        const objectives = withTeaching(generated);
        const { lines, codes } = renderMatrix(objectives);
        const outline = recogniseLines(lines);
        expect(outline.warnings.filter(({ code }) => code !== 'language-uncertain')).toEqual([]);
        expect(outline.items.map(({ code, text, instruments, institutions }) => ({ code, text, instruments, institutions }))).toEqual(
          itemsOf(objectives).map(({ text, instruments, institutions }, index) => ({
            code: codes[index],
            text,
            instruments,
            institutions,
          })),
        );
        expect(outline.sections.map(({ path, title, count }) => ({ path, title, count }))).toEqual(
          objectives.flatMap(({ title, goals }, at) => [
            { path: [at + 1], title, count: goals.reduce((sum, { items }) => sum + items.length, 0) },
            ...goals.map(({ title: goalTitle, items }, index) => ({ path: [at + 1, index + 1], title: goalTitle, count: items.length })),
          ]),
        );
      }),
    );
  });

  it('has an item for each line range, in order and without overlap', () => {
    fc.assert(
      fc.property(matrixDocument, (generated) => {
        const { items } = recogniseLines(renderMatrix(withTeaching(generated)).lines);
        items.forEach(({ line, lastLine }, index) => {
          expect(lastLine).toBeGreaterThanOrEqual(line);
          expect(line).toBeGreaterThan(items[index - 1]?.lastLine ?? 0);
        });
      }),
    );
  });
});

/** Ways in which scans and editors damage a row. */
const damage = fc.record({
  at: fc.nat(1000),
  kind: fc.constantFrom('stray row', 'twice', 'code lost', 'cell lost', 'code broken', 'text between', 'dirt'),
  cells: fc.array(fc.constantFrom('', '1.0', '7', 'б.а', '•', 'T', 'zz', 'odd piece', 'Some more text here.', 'Unknown Body'), {
    minLength: 2,
    maxLength: 7,
  }),
});

function damageLines(lines: string[], { at, kind, cells }: { at: number; kind: string; cells: string[] }): string[] {
  const rows = lines.flatMap((line, index) => (line.includes('\t') && line !== head ? [index] : []));
  const index = rows[at % rows.length] ?? 0;
  const row = (lines[index] ?? '').split('\t');
  const replaced: Record<string, string[]> = {
    'stray row': [row.join('\t'), cells.join('\t')],
    twice: [row.join('\t'), row.join('\t')],
    'code lost': [['', ...row.slice(1)].join('\t')],
    'cell lost': [row.slice(0, -1).join('\t')],
    'code broken': [['1 -', ...row.slice(1)].join('\t')],
    'text between': [row.join('\t'), '', 'A line between the rows that belongs nowhere at all.', ''],
    dirt: [row.map((cell) => (cell === '' ? '*' : cell)).join('\t')],
  };
  return [...lines.slice(0, index), ...(replaced[kind] ?? []), ...lines.slice(index + 1)];
}

const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('a damaged matrix', () => {
  it('loses no word in silence: each stands in an item, a section, a footnote or a warning', () => {
    fc.assert(
      fc.property(matrixDocument, fc.array(damage, { minLength: 1, maxLength: 6 }), (generated, damages) => {
        const lines = damages.reduce(damageLines, renderMatrix(withTeaching(generated)).lines);
        const outline = recogniseLines(lines);
        const kept = new Set(tokensOf(JSON.stringify(outline)));
        const end = lines.findLastIndex((line) => line.trim().includes('\t'));
        const region = lines.slice(2, end + 1).filter((line) => line !== head);
        const lost = region.flatMap(tokensOf).filter((token) => !kept.has(token) && token !== 'OBJECTIVE');
        expect(lost).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
