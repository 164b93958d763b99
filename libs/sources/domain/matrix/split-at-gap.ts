import type { KnownNames, NameSegment } from '../known-names';
import { endsSentence, sentenceStarts, startsLowerCase } from '../sentences';
import type { ColumnRole } from '../words/vocabulary';
import type { CodedRow, ItemDraft } from './drafts';

/** A place inside the cells of one column: before the sign at `offset` of the cell in row `row`. */
interface Cut {
  row: number;
  offset: number;
}

/**
 * Splits an item that swallowed the next one: where one code is missing between two others, the second sentence of the text is
 * likely to be the item that lost its code. With one row more than the item's own, the sentence that the row break cuts is taken, and
 * the same is done with the instruments; institutions are parted where a name comes a second time.
 * @returns undefined where the text offers no single place to split at
 */
export function splitAtGap(draft: ItemDraft, names: KnownNames): [ItemDraft, ItemDraft] | undefined {
  const text = chooseCut(draft.rows, 'item');
  if (!text) return undefined;
  const instruments = chooseCut(draft.rows, 'instruments');
  const institutions = cutBeforeRepeatedName(draft.rows, names) ?? { row: text.row + 1, offset: 0 };
  const cuts: Partial<Record<ColumnRole, Cut>> = { item: text, instruments: instruments ?? text, institutions };
  const first = draft.rows.map((row, index) => sideOf(row, index, cuts, 'before')).filter(holdsText);
  const second = draft.rows.map((row, index) => sideOf(row, index, cuts, 'after')).filter(holdsText);
  return [{ ...draft, rows: first }, { rows: second.map((row) => ({ ...row, written: '', reading: {} })) }];
}

const holdsText = ({ cells, columns }: CodedRow): boolean => cells.some((cell, index) => cell !== '' && columns[index]?.role !== 'code');

function chooseCut(rows: readonly CodedRow[], role: ColumnRole): Cut | undefined {
  const cuts = sentenceCuts(rows, role);
  return rows.length === 2 ? cuts.findLast(({ row, offset }) => row === 0 || offset === 0) : cuts.length === 1 ? cuts[0] : undefined;
}

/** Where a sentence begins after another one, inside a cell or at its start. */
function sentenceCuts(rows: readonly CodedRow[], role: ColumnRole): Cut[] {
  let before = '';
  return rows.flatMap((one, row) => {
    const cell = one.cells[one.columns.findIndex((column) => column.role === role)] ?? '';
    const atStart = cell !== '' && endsSentence(before) && !startsLowerCase(cell) ? [{ row, offset: 0 }] : [];
    const inside = sentenceStarts(cell)
      .filter((offset) => offset > 0)
      .map((offset) => ({ row, offset }));
    before = cell === '' ? before : cell;
    return [...atStart, ...inside];
  });
}

const nameOf = ({ written, children }: NameSegment): string => [written, ...children].join('/').toLowerCase();

function cutBeforeRepeatedName(rows: readonly CodedRow[], names: KnownNames): Cut | undefined {
  const met = new Set<string>();
  for (const [row, one] of rows.entries()) {
    const cell = one.cells[one.columns.findIndex(({ role }) => role === 'institutions')] ?? '';
    let offset = 0;
    for (const segment of names.segment(cell) ?? []) {
      offset = cell.indexOf(segment.written, offset);
      if (met.has(nameOf(segment))) return { row, offset };
      met.add(nameOf(segment));
      offset += segment.written.length;
    }
  }
  return undefined;
}

function sideOf(row: CodedRow, index: number, cuts: Partial<Record<ColumnRole, Cut>>, side: 'before' | 'after'): CodedRow {
  const cells = row.cells.map((cell, column) => {
    const cut = cuts[row.columns[column]?.role ?? 'other'];
    // Codes, titles and notes stay with the first item.
    const at = cut === undefined ? cell.length : index < cut.row ? cell.length : index > cut.row ? 0 : cut.offset;
    return (side === 'before' ? cell.slice(0, at) : cell.slice(at)).trim();
  });
  return { ...row, cells };
}
