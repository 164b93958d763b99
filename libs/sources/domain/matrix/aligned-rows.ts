import type { TableRow } from '../blocks';
import { isMadeOfNames, type NameBook } from '../institution-names';
import type { Warn } from '../outline-warning';
import type { ColumnRole } from '../words/vocabulary';
import type { Column } from './columns';

/** A row whose cells lie under the columns of its table, one cell a column. */
export interface AlignedRow {
  columns: readonly Column[];
  cells: readonly string[];
  line: number;
  lastLine: number;
}

export const cellOf = ({ columns, cells }: AlignedRow, role: ColumnRole): string =>
  cells[columns.findIndex((column) => column.role === role)] ?? '';

/**
 * Lays the cells of rows under their columns. A row that is short by exactly the columns of sections, as after a page break, was written
 * without its carried-down cells; this is believed where its institutions are known names or where there is no such column, and
 * for the rows that go on from it. Any other short row lost empty cells at its end.
 */
export function alignRows(rows: readonly TableRow[], columns: readonly Column[], names: NameBook, warn: Warn): AlignedRow[] {
  const sections = columns.filter(({ role }) => role === 'section');
  const runs: { line: number; rows: number }[] = [];
  let before = false;
  const aligned = rows.map((row) => {
    const short = sections.length > 0 && row.cells.length === columns.length - sections.length;
    const goesOn = before && (row.cells[0] ?? '') === '';
    const leftOut = short && (goesOn || holdsNames(row.cells, columns, names));
    if (leftOut && !before) runs.push({ line: row.line, rows: 0 });
    const run = runs.at(-1);
    if (leftOut && run) run.rows += 1;
    before = leftOut;
    const cells = leftOut ? withSectionsEmpty(row.cells, columns) : row.cells;
    const beyond = cells.slice(columns.length).filter((cell) => cell !== '');
    if (beyond.length > 0) warn({ code: 'extra-cells', line: row.line, text: beyond.join(' | '), item: row.cells[0] ?? '' });
    return { columns, cells: columns.map((_, index) => cells[index] ?? ''), line: row.line, lastLine: row.lastLine };
  });
  const titles = sections.map(({ title }) => title).join(', ');
  for (const run of runs) warn({ code: 'columns-left-out', line: run.line, columns: titles, rows: run.rows });
  return aligned;
}

function withSectionsEmpty(cells: readonly string[], columns: readonly Column[]): string[] {
  let next = 0;
  return columns.map(({ role }) => (role === 'section' ? '' : (cells[next++] ?? '')));
}

function holdsNames(cells: readonly string[], columns: readonly Column[], names: NameBook): boolean {
  const at = columns.filter(({ role }) => role !== 'section').findIndex(({ role }) => role === 'institutions');
  return at < 0 || isMadeOfNames(cells[at] ?? '', names);
}
