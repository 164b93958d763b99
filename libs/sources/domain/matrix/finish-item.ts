import type { Document } from '../document';
import { joinNameLines, readNames, type NameBook } from '../institution-names';
import { closeBrokenWords, joinLines } from '../joined-lines';
import type { OutlineInstitution } from '../outline';
import type { ItemNode } from '../outline-tree';
import { endsSentence, splitSentences, startsLowerCase } from '../sentences';
import type { ColumnRole } from '../words/vocabulary';
import { hasRole } from './columns';
import type { CodedRow, ItemDraft } from './drafts';
import { dropRepeatedLines, type CellLine } from './repeated-lines';
import { isStrayFragment } from './stray-fragment';

/** What the finishing of items needs beside the document. */
export interface Finishing {
  document: Document;
  names: NameBook;
  /** How often a line stands alone in a cell of institutions, by its lower-case form. */
  alone: ReadonlyMap<string, number>;
  /** Spellings that were warned of already: once each is enough. */
  respelled: Set<string>;
}

/** Turns the gathered rows of an item into the item. */
export function finishItem(draft: ItemDraft, finishing: Finishing): ItemNode {
  const { warn } = finishing.document;
  const label = labelOf(draft);
  const [first, last] = [draft.rows[0], draft.rows.at(-1)];
  const line = first?.line ?? 1;
  const text = finishText(cleanLines(draft, 'item', finishing), line, label, finishing);
  const instruments = splitInstruments(draft, label, finishing);
  const institutions = readInstitutions(draft, label, finishing);
  if (text.text === '') warn({ code: 'item-without-text', line, item: label });
  if (instruments.texts.length === 0 && hasColumn(draft, 'instruments')) warn({ code: 'item-without-instruments', line, item: label });
  if (institutions.length === 0 && hasColumn(draft, 'institutions')) warn({ code: 'item-without-institutions', line, item: label });
  const footnotes = [...text.footnotes, ...instruments.footnotes];
  const notes = readNotes(draft, finishing);
  return {
    ...(draft.code === undefined ? {} : { code: draft.code }),
    ...(draft.writtenCode === undefined ? {} : { writtenCode: draft.writtenCode }),
    text: text.text,
    institutions,
    instruments: instruments.texts,
    ...(footnotes.length > 0 ? { footnotes } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    line,
    lastLine: lastLineWithContent(draft) ?? last?.lastLine ?? line,
  };
}

/** How warnings call an item: its code, without the dot that may close it, or its first words. */
export const labelOf = (draft: ItemDraft): string =>
  draft.code?.replace(/\.$/u, '') ?? firstWords(draft.rows.flatMap((row) => linesOf(row, 'item')).map(({ text }) => text));

const firstWords = (lines: readonly string[]): string => lines.join(' ').split(/\s+/u).slice(0, 6).join(' ');

const hasColumn = ({ rows }: ItemDraft, role: ColumnRole): boolean => rows.some(({ columns }) => hasRole(columns, role));

/** A row that holds nothing but a stray code or dirt ends no item. */
const lastLineWithContent = ({ rows }: ItemDraft): number | undefined =>
  rows.findLast(({ columns, cells }) => cells.some((cell, index) => !isStrayFragment(cell, true) && columns[index]?.role !== 'code'))
    ?.lastLine;

const linesOf = (row: CodedRow, role: ColumnRole): CellLine[] =>
  row.columns.flatMap((column, index) => (column.role === role ? cellLines(row.cells[index] ?? '', row.line) : []));

const cellLines = (cell: string, line: number): CellLine[] =>
  cell
    .split('\n')
    .map((text) => ({ text: text.trim(), line }))
    .filter(({ text }) => text !== '');

/** The lines of a cell without dirt and repetitions; each of these becomes a warning. */
function cleanLines(draft: ItemDraft, role: 'item' | 'instruments', { document }: Finishing): CellLine[] {
  const { warn, known } = document;
  const item = labelOf(draft);
  let complete = false;
  const readable = draft.rows
    .flatMap((row) => linesOf(row, role))
    .filter(({ text, line }) => {
      const stray = isStrayFragment(text, complete);
      if (stray) warn({ code: 'stray-text', line, text, item });
      else complete = endsSentence(text);
      return !stray;
    });
  const { lines, findings } = dropRepeatedLines(readable, known);
  for (const found of findings) {
    if (found.kind === 'repeated') warn({ code: 'repeated-line', line: found.line, dropped: found.dropped, kept: found.kept });
    else warn({ code: 'similar-lines', line: found.line, first: found.first, second: found.second });
  }
  return lines;
}

/** Joins lines, answers footnotes and closes broken words. */
function finishText(
  lines: readonly CellLine[],
  line: number,
  item: string,
  { document }: Finishing,
): { text: string; footnotes: string[] } {
  const { warn, known, footnotes } = document;
  const joined = joinLines(
    lines.map(({ text }) => text),
    known,
  );
  const answered = footnotes.answer(joined, line);
  for (const mark of answered.unanswered) warn({ code: 'footnote-missing', line, mark, item });
  const { text, repaired } = closeBrokenWords(answered.text);
  for (const [written, closed] of repaired) warn({ code: 'word-closed', line, written, repaired: closed });
  return { text, footnotes: answered.footnotes };
}

/** One instrument a sentence; a line that the author began anew inside a cell is one too, unless it goes on in lower case. */
function splitInstruments(draft: ItemDraft, label: string, finishing: Finishing): { texts: string[]; footnotes: string[] } {
  const lines = cleanLines(draft, 'instruments', finishing);
  const groups: CellLine[][] = [];
  lines.forEach((line, index) => {
    const begunAnew = index > 0 && lines[index - 1]?.line === line.line && !startsLowerCase(line.text);
    if (index === 0 || begunAnew) groups.push([line]);
    else groups.at(-1)?.push(line);
  });
  const finished = groups.map((group) => finishText(group, group[0]?.line ?? 1, label, finishing));
  return { texts: finished.flatMap(({ text }) => splitSentences(text)), footnotes: finished.flatMap(({ footnotes }) => footnotes) };
}

function readInstitutions(draft: ItemDraft, item: string, { document, names, alone, respelled }: Finishing): OutlineInstitution[] {
  const { warn, vocabulary } = document;
  const lines = draft.rows.flatMap((row) => linesOf(row, 'institutions'));
  const readable = lines.filter(({ text, line }) => {
    const stray = !/[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text);
    if (stray) warn({ code: 'stray-text', line, text, item });
    return !stray;
  });
  const found: OutlineInstitution[] = [];
  for (const { text, line } of joinedNameLines(readable, alone, document)) {
    const reading = readNames(text, names, vocabulary);
    for (const piece of reading.unreadable) warn({ code: 'unreadable-institution', line, text: piece, item });
    for (const piece of reading.unclear) warn({ code: 'institutions-unclear', line, text: piece, item });
    for (const [written, name] of reading.respelled.filter(([spelling]) => !respelled.has(spelling))) {
      respelled.add(written);
      warn({ code: 'name-spelled-differently', line, written, name });
    }
    for (const institution of reading.institutions) {
      const twin = found.find(({ name, parent }) => name === institution.name && parent === institution.parent);
      if (twin) warn({ code: 'institution-twice', line, name: institution.name, item });
      else found.push(institution);
    }
  }
  return found;
}

/** Joins names that run over lines, and keeps the line that each began on. */
export function joinedNameLines(lines: readonly CellLine[], alone: ReadonlyMap<string, number>, { vocabulary }: Document): CellLine[] {
  const joined: CellLine[] = [];
  for (const current of lines) {
    const before = joined.at(-1);
    const together = before && joinNameLines([before.text, current.text], alone, vocabulary);
    if (before && together?.length === 1) joined[joined.length - 1] = { text: together[0] ?? before.text, line: before.line };
    else joined.push(current);
  }
  return joined;
}

function readNotes(draft: ItemDraft, finishing: Finishing): { column: string; text: string }[] {
  const columns = draft.rows[0]?.columns ?? [];
  return columns.flatMap(({ role, title }, index) => {
    if (role !== 'other') return [];
    const lines = draft.rows.flatMap((row) => cellLines(row.cells[index] ?? '', row.line));
    const text = joinLines(
      lines.map((line) => line.text),
      finishing.document.known,
    );
    return text === '' ? [] : [{ column: title, text }];
  });
}
