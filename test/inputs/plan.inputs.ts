import { fingerprint, outlineOf, sourceOf, warningsOf } from './outline-of';

const file = 'national-action-plan.txt';
const outline = outlineOf(file);
const lines = sourceOf(file).split('\n');
const item = (code: string) => outline.items.find((one) => one.code === code);
const bodies = (code: string) => item(code)?.institutions ?? [];

/** Letters of the last code of each group; '' for a group with one line of action. */
const groups: [number, string][] = [
  [1, 'c'],
  [2, 'c'],
  [3, 'd'],
  [4, 'f'],
  [5, 'f'],
  [6, 'd'],
  [7, 'c'],
  [8, 'b'],
  [9, ''],
  [10, 'g'],
  [11, ''],
  [12, ''],
  [13, 'c'],
  [14, 'c'],
  [15, ''],
  [16, 'c'],
  [17, 'e'],
  [18, 'e'],
  [19, 'b'],
  [20, 'e'],
  [21, ''],
  [22, ''],
  [23, 'd'],
  [24, 'd'],
  [25, 'd'],
  [26, 'c'],
  [27, ''],
  [28, 'f'],
  [29, 'b'],
  [30, ''],
  [31, ''],
  [32, ''],
  [33, ''],
  [34, ''],
  [35, ''],
  [36, ''],
  [37, ''],
];
const codes = groups.flatMap(([number, last]) =>
  last === ''
    ? [`${number}.`]
    : Array.from({ length: last.charCodeAt(0) - 96 }, (_, index) => `${number}.${String.fromCharCode(97 + index)}`),
);

describe('the plan', () => {
  it('has 6 objectives, 37 goals and 102 lines of action', () => {
    expect(outline).toMatchObject({ kind: 'plan', language: 'en', levels: ['Objective', 'Goal', 'Line of action'] });
    const objectives = outline.sections.filter(({ path }) => path.length === 1);
    const goals = outline.sections.filter(({ path }) => path.length === 2);
    expect(objectives.map(({ code, count }) => [code, count])).toEqual([
      ['1', 16],
      ['2', 28],
      ['3', 24],
      ['4', 14],
      ['5', 15],
      ['6', 5],
    ]);
    expect(goals.map(({ code }) => code)).toEqual(groups.map(([number]) => String(number)));
    expect(goals.map(({ count }) => count)).toEqual(groups.map(([, last]) => (last === '' ? 1 : last.charCodeAt(0) - 96)));
    expect(outline.items).toHaveLength(102);
    expect(outline.items.every(({ path }) => path.length === 3)).toBe(true);
  });

  it('has every code in order, and none where the document has none', () => {
    expect(outline.items.map(({ code }) => code)).toEqual(codes.map((code) => (code === '18.d' ? undefined : code)));
  });

  it('has the titles, texts, instruments and bodies that were checked by eye against the document', () => {
    const body = ({ name, parent, coordinator }: (typeof outline.items)[number]['institutions'][number]) =>
      `${parent ? `${parent}-` : ''}${name}${coordinator ? '*' : ''}`;
    expect(fingerprint(outline.title)).toBe('71708fb02e63');
    expect(fingerprint(outline.sections.map(({ title }) => title).join('\n'))).toBe('4e72ac574417');
    expect(fingerprint(outline.items.map(({ text }) => text).join('\n'))).toBe('4191de983fdd');
    expect(fingerprint(outline.items.map(({ instruments }) => instruments.join('|')).join('\n'))).toBe('4faa92a95966');
    expect(fingerprint(outline.items.map(({ institutions }) => institutions.map(body).join('|')).join('\n'))).toBe('5af1546d3ee3');
  });

  it('has texts that are whole sentences', () => {
    for (const { text } of outline.items) expect(text).toMatch(/^\p{Lu}.+[.)]$/u);
    for (const { title } of outline.sections.filter(({ path }) => path.length === 2)) expect(title).toMatch(/^\p{Lu}.+\.$/u);
  });
});

describe('lines of action', () => {
  it('stand on their lines: each begins on the line of its code, ranges follow one another', () => {
    for (const { code, line } of outline.items.filter((one) => one.code !== undefined && one.writtenCode === undefined)) {
      expect(lines[line - 1]?.split('\t')[0]).toBe(code);
    }
    outline.items.forEach(({ line, code }, index) => {
      const before = outline.items[index - 1];
      // The line of action that lost its code begins in the middle of the row before.
      expect(line).toBeGreaterThan((before?.lastLine ?? 0) - (code === undefined ? 1 : 0));
    });
  });

  it('that fill one row have exactly the text of its cell, without marks of footnotes', () => {
    const single = outline.items.filter(({ line, lastLine }) => line === lastLine && lines[line - 1]?.split('\t').length === 5);
    const plain = single.filter(({ code }) => code !== '18.c');
    expect(plain.length).toBeGreaterThan(45);
    for (const { line, text } of plain) {
      const cell = (lines[line - 1]?.split('\t')[2] ?? '')
        .replace(/\s*(?:[²³⁴-⁹¹⁰]+|\^\{[^}]*\})\s*(?=\.|$)|\s[²³⁴-⁹]/gu, '')
        .replace(/- (?=\p{Ll})/gu, '-');
      expect(text).toBe(cell);
    }
  });

  it('have one instrument or more, but for the two that the document leaves without', () => {
    expect(outline.items.filter(({ instruments }) => instruments.length === 0).map(({ code }) => code)).toEqual(['20.e', '25.d']);
    expect(warningsOf(outline, 'item-without-instruments').map(({ line }) => line)).toEqual([318, 363]);
    expect(outline.items.reduce((sum, { instruments }) => sum + instruments.length, 0)).toBe(122);
    expect(['13.a', '4.d', '20.b', '16.a', '7.c'].map((code) => item(code)?.instruments.length)).toEqual([3, 3, 3, 2, 3]);
  });

  it('have the bodies that are responsible: squeezed, one a row, over a page break', () => {
    expect(outline.items.every(({ institutions }) => institutions.length > 0)).toBe(true);
    expect(['1.a', '3.b', '7.a', '14.a', '23.d', '25.a', '26.a'].map((code) => bodies(code).length)).toEqual([6, 5, 5, 6, 3, 5, 6]);
    const tops = new Set(outline.items.flatMap(({ institutions }) => institutions.map(({ name, parent }) => parent ?? name)));
    expect(tops.size).toBe(6);
  });

  it('have parts of bodies under their parent, written in one way', () => {
    expect(bodies('13.a').map(({ parent }) => parent !== undefined)).toEqual([true, true]);
    expect(new Set(bodies('13.a').map(({ parent }) => parent)).size).toBe(1);
    expect(bodies('20.b').map(({ parent }) => parent !== undefined)).toEqual([true, false]);
    const parts = new Set(outline.items.flatMap(({ institutions }) => institutions.filter(({ parent }) => parent).map(({ name }) => name)));
    expect(parts.size).toBe(4);
  });

  it('have one coordinator where the document marks one', () => {
    const marked = outline.items.filter(({ institutions }) => institutions.some(({ coordinator }) => coordinator));
    expect(marked.map(({ code, institutions }) => [code, institutions.filter(({ coordinator }) => coordinator).length])).toEqual([
      ['33.', 1],
      ['34.', 1],
    ]);
  });

  it('have their footnotes, and goals theirs', () => {
    expect(outline.footnotes.map(({ mark, line }) => [mark, line])).toEqual([
      ['1', 80],
      ['2', 106],
      ['3', 106],
      ['4', 153],
      ['5', 157],
      ['6', 172],
      ['7', 173],
      ['8', 345],
      ['9', 347],
      ['10', 349],
      ['11', 351],
    ]);
    const qualified = outline.items.filter(({ footnotes }) => footnotes).map(({ code, footnotes }) => [code, footnotes?.length]);
    expect(qualified).toEqual([
      ['1.a', 1],
      ['1.c', 1],
      ['6.a', 1],
      ['6.b', 1],
      ['21.', 2],
    ]);
    expect(outline.sections.filter(({ footnotes }) => footnotes).map(({ code }) => code)).toEqual(['21', '23']);
  });
});

describe('damaged places', () => {
  it.each([
    ['the code with Cyrillic letters', 'code-repaired', [166]],
    ['the code with a dot too many', 'code-normalised', [122]],
    ['the row after 18.c that has no code', 'item-without-code', [309]],
    ['numbers that strayed among the codes', 'stray-code', [111, 196, 251, 254, 262, 266, 293, 296]],
    ['lines that repeat another one, or a damaged copy of it', 'repeated-line', [109, 261, 263, 264]],
    ['dirt of the scan', 'stray-text', [123, 130, 137, 191, 201, 202, 251, 254]],
    ['what is no name among the bodies', 'unreadable-institution', [196]],
    ['the body that comes twice', 'institution-twice', [262]],
    ['rows without the carried-down goal', 'columns-left-out', [316, 362]],
    ['words broken by a hyphen', 'word-closed', [308, 360, 407]],
    ['the name in another spelling', 'name-spelled-differently', [339]],
  ] as const)('%s: %s on its line', (_what, code, expected) => {
    expect(warningsOf(outline, code).map(({ line }) => line)).toEqual(expected);
  });

  it('need no other warning', () => {
    expect(outline.warnings).toHaveLength(33);
  });

  it('the Cyrillic code keeps what was written beside its repair', () => {
    expect(item('6.a')).toMatchObject({ line: 166, writtenCode: lines[165]?.split('\t')[0] });
  });

  it('two items in one row are two items, and the warning names the code that is missing', () => {
    const at = outline.items.findIndex(({ code }) => code === '18.c');
    const [before, lost, after] = outline.items.slice(at, at + 3);
    expect([before?.code, lost?.code, after?.code]).toEqual(['18.c', undefined, '18.e']);
    expect([before?.text.length, lost?.text.length]).toEqual([216, 163]);
    expect([before?.institutions.length, lost?.institutions.length]).toEqual([1, 2]);
    expect([before?.instruments.length, lost?.instruments.length]).toEqual([1, 1]);
    expect(warningsOf(outline, 'item-without-code')).toMatchObject([{ after: '18.c', before: '18.e', missing: '18.d' }]);
  });

  it('no word between the first objective and the last row is lost: each comes as often in the outline and its warnings', () => {
    const start = lines.findIndex((line) => /^OBJECTIVE 1\./u.test(line));
    const count = (texts: string[]) => {
      const counts = new Map<string, number>();
      // Figures in superscript are marks of footnotes, which became links.
      for (const word of texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{Nd}]+/gu) ?? []))
        counts.set(word, (counts.get(word) ?? 0) + 1);
      return counts;
    };
    const kept = count([JSON.stringify(outline).replaceAll('\\n', ' ')]);
    const region = count(lines.slice(start).filter((line) => !/^N[o°]\.?\t/u.test(line)));
    const marks = outline.items.flatMap(({ institutions }) => institutions.filter(({ coordinator }) => coordinator)).length;
    const became = (word: string) => (word === 'objective' ? 6 : word === 'coordination' ? marks : 0);
    const lost = [...region].filter(([word, times]) => times > (kept.get(word) ?? 0) + became(word));
    expect(lost).toEqual([]);
  });
});
