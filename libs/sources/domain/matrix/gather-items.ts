import type { Warn } from '../outline-warning';
import { groupOf, nextReference, type Reference } from '../reference';
import { endsSentence, startsLowerCase } from '../sentences';
import { cellOf } from './aligned-rows';
import { hasRole } from './columns';
import { newSection, type CodedRow, type ItemDraft, type SectionDraft } from './drafts';
import type { CellLine } from './repeated-lines';
import { isStrayFragment } from './stray-fragment';

/** A part of a document that wraps more rows than this share of them: a row without a code goes on. */
const wrapping = 0.3;

/**
 * Gathers the rows of one table into items under their sections: a code begins an item, a row without one goes on. Titles of sections
 * are carried down until another one begins.
 * @param grouped whether codes tell which items stand together, see `codesGroupItems`
 */
export function gatherItems(rows: readonly CodedRow[], grouped: boolean, warn: Warn): SectionDraft {
  const root = newSection(rows[0]?.line ?? 1);
  const coded = rows.filter(({ reading }) => reading.reference);
  const rules = { grouped, coded: coded.length > 0, wraps: coded.length < rows.length * (1 - wrapping) };
  const next = referencesAfter(rows);
  const open: SectionDraft[] = [];
  let item: ItemDraft | undefined;
  rows.forEach((row, index) => {
    if (!item || beginsItem(row, item, next[index], rules)) {
      const section = placeInSections(root, open, row, rules.grouped, warn);
      item = startItem(row, warn);
      section.items.push(item);
    } else {
      addToSections(open, row, nameOf(item.code), warn);
      addToItem(item, row, warn);
    }
  });
  return root;
}

/** For each row the code that comes next below it. */
function referencesAfter(rows: readonly CodedRow[]): (Reference | undefined)[] {
  const after: (Reference | undefined)[] = [];
  let next: Reference | undefined;
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    after[at] = next;
    next = rows[at]?.reading.reference ?? next;
  }
  return after;
}

interface Rules {
  grouped: boolean;
  coded: boolean;
  wraps: boolean;
}

function beginsItem(row: CodedRow, item: ItemDraft, next: Reference | undefined, { coded, wraps }: Rules): boolean {
  if (row.reading.reference) return true;
  const text = cellOf(row, 'item');
  if (text === '' || row.written !== '') return false;
  const before = textSoFar(item);
  const freshSentence = !startsLowerCase(text) && endsSentence(before);
  const others = (['institutions', 'instruments'] as const).filter((role) => hasRole(row.columns, role));
  const complete = others.every((role) => cellOf(row, role) !== '');
  if (!coded) return freshSentence || (!startsLowerCase(text) && (others.length > 0 ? complete : endsSentence(before) || before === ''));
  return freshSentence && complete && (!wraps || isGap(item.reference, next));
}

function textSoFar({ rows }: ItemDraft): string {
  const last = rows.findLast((row) => cellOf(row, 'item') !== '');
  return last ? cellOf(last, 'item') : '';
}

/** Whether exactly one code of a group is missing between two of its codes. */
export function isGap(before: Reference | undefined, after: Reference | undefined): boolean {
  const missing = before && nextReference(before);
  const expected = missing && nextReference(missing);
  return expected !== undefined && expected.key === after?.key;
}

const sectionColumns = ({ columns }: CodedRow): number[] => columns.flatMap(({ role }, index) => (role === 'section' ? [index] : []));

/**
 * Whether the codes say which items belong together (`3.a`, `3.b` under one goal): then a title that fills a cell on a later row of
 * the group goes on. It does not hold where fresh titles begin within a group.
 */
export function codesGroupItems(rows: readonly CodedRow[]): boolean {
  const coded = rows.filter(({ reading }) => reading.reference);
  const nested = coded.filter(({ reading }) => (reading.reference?.parts.length ?? 0) > 1);
  if (nested.length * 2 < coded.length || coded.length === 0) return false;
  let same = 0;
  let fresh = 0;
  let group: string | undefined;
  for (const row of coded) {
    const column = sectionColumns(row).at(-1);
    const title = column === undefined ? '' : (row.cells[column] ?? '');
    const current = row.reading.reference && groupOf(row.reading.reference);
    if (group === current && title !== '') {
      if (startsLowerCase(title)) same += 1;
      else fresh += 1;
    }
    group = current;
  }
  return fresh <= same;
}

/** The section that a row's item belongs to, begun where the row begins one. */
function placeInSections(root: SectionDraft, open: SectionDraft[], row: CodedRow, grouped: boolean, warn: Warn): SectionDraft {
  const columns = sectionColumns(row);
  let parent = root;
  let begun = false;
  columns.forEach((column, depth) => {
    const title = row.cells[column] ?? '';
    const byGroup = grouped && depth === columns.length - 1 && row.reading.reference;
    const group = byGroup ? groupOf(byGroup) : undefined;
    const current = open[depth];
    if (begun || !current || beginsSection(current, title, group)) {
      const section = newSection(row.line, group);
      parent.sections.push(section);
      open.splice(depth, open.length, section);
      begun = true;
      if (title === '') warn({ code: 'section-without-title', line: row.line, section: group ?? row.written });
    }
    const section = open[depth];
    if (!section) return;
    if (title !== '' && title !== titleOf(section)) addTitleLine(section, { text: title, line: row.line }, nameOf(row.reading.code), warn);
    parent = section;
  });
  return parent;
}

const titleOf = ({ lines }: SectionDraft): string => lines.map(({ text }) => text).join(' ');

function beginsSection(current: SectionDraft, title: string, group: string | undefined): boolean {
  if (group !== undefined) return group !== current.group;
  if (title === '' || title === titleOf(current)) return false;
  return !(startsLowerCase(title) && !endsSentence(titleOf(current)));
}

/** Rows without a code go on with the titles that stand open. */
function addToSections(open: readonly SectionDraft[], row: CodedRow, item: string, warn: Warn): void {
  sectionColumns(row).forEach((column, depth) => {
    const text = row.cells[column] ?? '';
    const section = open[depth];
    if (text !== '' && section) addTitleLine(section, { text, line: row.line }, item, warn);
  });
}

function addTitleLine(section: SectionDraft, line: CellLine, item: string, warn: Warn): void {
  const stray = isStrayFragment(line.text, endsSentence(section.lines.at(-1)?.text ?? ''));
  if (stray) warn({ code: 'stray-text', line: line.line, text: line.text, item });
  else section.lines.push(line);
}

function startItem(row: CodedRow, warn: Warn): ItemDraft {
  const { reference, code, repaired } = row.reading;
  const item: ItemDraft = { rows: [row] };
  if (reference) item.reference = reference;
  if (code !== undefined) item.code = code;
  if (repaired) {
    item.writtenCode = row.written;
    warn({ code: 'code-repaired', line: row.line, written: row.written, reference: code ?? '' });
  } else if (code !== undefined && code !== row.written) {
    item.writtenCode = row.written;
    warn({ code: 'code-normalised', line: row.line, written: row.written, reference: code });
  }
  if (!reference && row.written !== '') warnOfStrayCode(row, 'none', warn);
  return item;
}

function addToItem(item: ItemDraft, row: CodedRow, warn: Warn): void {
  if (row.written !== '') warnOfStrayCode(row, nameOf(item.code), warn);
  item.rows.push(row);
}

/** A code in a sentence goes without the dot that may close it. */
const nameOf = (code: string | undefined): string => code?.replace(/\.$/u, '') ?? 'none';

function warnOfStrayCode({ written, line, reading }: CodedRow, item: string, warn: Warn): void {
  warn({ code: 'stray-code', line, written, item, suggestion: reading.suggestion ?? 'none' });
}
