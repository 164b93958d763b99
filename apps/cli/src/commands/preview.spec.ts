import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from '@uptake/languages';
import { recognise, type OutlineWarning, type OutlineWarningCode, type OutlineWarningParameters } from '@uptake/sources/domain';
import { preview, withMessages } from './preview';

/** One example of each warning, so that a code without its sentence does not compile or does not pass. */
const examples: { [Code in OutlineWarningCode]: OutlineWarningParameters[Code] } = {
  'code-repaired': { written: 'б.а', reference: '6.a' },
  'code-normalised': { written: '4.b.', reference: '4.b' },
  'stray-code': { written: '1.0', item: 'none', suggestion: '7.a' },
  'item-without-code': { after: '1.a', before: '1.c', missing: '1.b' },
  'code-missing': { after: '1.a', before: '1.c' },
  'code-twice': { reference: '1.a', other: 9 },
  'item-without-text': { item: '1.a' },
  'item-without-institutions': { item: '1.a' },
  'item-without-instruments': { item: '1.a' },
  'repeated-line': { dropped: 'the stains', kept: 'the stairs' },
  'similar-lines': { first: 'the stains', second: 'the stairs' },
  'stray-text': { text: '*', item: '1.a' },
  'unreadable-institution': { text: 'i ol', item: '1.a' },
  'institutions-unclear': { text: 'Trade Weather', item: '1.a' },
  'institution-twice': { name: 'Trade', item: '1.a' },
  'name-spelled-differently': { written: 'Border guard', name: 'Border Guard' },
  'word-closed': { written: 'de- mined', repaired: 'de-mined' },
  'columns-left-out': { columns: 'GOAL', rows: 2 },
  'extra-cells': { text: 'more', item: '1.a' },
  'section-without-title': { section: '7' },
  'section-without-items': { title: 'Boats' },
  'items-without-section': { count: 2 },
  'text-outside-items': { text: 'A remark.' },
  'joined-over-gap': { text: 'and more' },
  'nested-list-joined': { count: 2 },
  'list-left-out': { count: 2, title: 'Agenda' },
  'paragraphs-taken-as-items': { count: 2 },
  'numbers-restart': { count: 2 },
  'table-without-head': { rows: 2 },
  'footnote-missing': { mark: '7', item: '1.a' },
  'footnote-unused': { mark: '7' },
  'title-not-found': {},
  'language-uncertain': { language: 'en' },
  'nothing-recognised': {},
  'meeting-field-missing': { field: 'place' },
  'text-cut-off': { reference: '1', whole: 'stairs' },
  'outcome-without-comment': { reference: '1' },
  'comment-without-outcome': { reference: '1' },
  'profile-field-missing': { field: 'region' },
};

describe('the sentence of a warning', () => {
  it.each(Object.entries(examples))('%s says what it is about', async (code, params) => {
    const { default: sentences } = await words.en['sources-warnings']();
    const warning = { code, line: 3, ...params } as OutlineWarning;
    const { message } = withMessages({ ...recognise([]), warnings: [warning] }, sentences).warnings[0] ?? { message: '' };
    expect(message).toMatch(/^.{15,}[.:”]$/u);
    // Choices such as the field of a meeting are put into words; everything else is shown as it is.
    const shown = Object.entries(params).filter(([name, value]) => !['field', 'language', 'count'].includes(name) && value !== 'none');
    for (const [, value] of shown) expect(message).toContain(String(value));
  });
});

describe('uptake preview', () => {
  let folder: string;
  let out: jest.SpyInstance;
  let err: jest.SpyInstance;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'uptake-preview-'));
    out = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    err = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  const previewOf = async (content: string | Buffer) => {
    const file = join(folder, 'document.txt');
    await writeFile(file, content);
    return preview([file]);
  };

  it('prints the outline as JSON, warnings with their sentences', async () => {
    const code = await previewOf('Action plan\n\nNo.\tGoal\tAction\tLead\n1.a\tSafety\tMark the quay.\tTrade\n1.0\t\tIt is long.\t\n');
    expect(code).toBe(0);
    expect(err).not.toHaveBeenCalled();
    const printed: unknown = JSON.parse(String(out.mock.calls[0]?.[0]));
    expect(printed).toMatchObject({
      title: 'Action plan',
      kind: 'plan',
      levels: ['Goal', 'Action'],
      sections: [{ path: [1], code: '1', title: 'Safety', count: 1 }],
      items: [
        { path: [1, 1], code: '1.a', text: 'Mark the quay. It is long.', institutions: [{ name: 'Trade' }], instruments: [], line: 4 },
      ],
      warnings: expect.arrayContaining([
        expect.objectContaining({ code: 'stray-code', line: 5, message: expect.stringContaining('joined to 1.a') }),
      ]),
    });
  });

  it.each([
    ['a binary file', Buffer.from([80, 75, 3, 4, 0, 0]), /not plain text/],
    ['a file in another encoding', Buffer.from([0x63, 0x61, 0x66, 0xe9]), /UTF-8/],
    ['an empty file', ' \n', /is empty/],
    ['a file that is too large', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), /5\.0 MB. At most 5 MB/],
  ])('refuses %s with a sentence', async (_what, content, sentence) => {
    expect(await previewOf(content)).toBe(1);
    expect(out).not.toHaveBeenCalled();
    expect(err).toHaveBeenCalledWith(expect.stringMatching(sentence));
  });

  it('refuses a missing file, a folder, and no file at all', async () => {
    expect(await preview([join(folder, 'nothing.txt')])).toBe(1);
    expect(await preview([folder])).toBe(1);
    expect(await preview([])).toBe(2);
    expect(err.mock.calls.map(([sentence]) => String(sentence))).toEqual([
      expect.stringMatching(/There is no file .*nothing\.txt/),
      expect.stringMatching(/is not a file/),
      expect.stringMatching(/uptake preview FILE/),
    ]);
  });
});
