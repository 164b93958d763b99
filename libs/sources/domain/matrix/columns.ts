import type { TableRow } from '../blocks';
import { levelName } from '../words/level-names';
import type { ColumnRole, Vocabulary } from '../words/vocabulary';

export interface Column {
  role: ColumnRole;
  /** The head as written. */
  title: string;
}

const roles: readonly Exclude<ColumnRole, 'other'>[] = ['item', 'instruments', 'institutions', 'section', 'code'];

/** The role of a column by its head. "MONITORING INSTRUMENTS" and "Instruments" are found alike, plurals too. */
function roleOf(title: string, vocabulary: Vocabulary): ColumnRole {
  const words = title.toLowerCase().replace(/[’]/gu, "'").replace(/\s+/gu, ' ').trim();
  if (words === '') return 'other';
  const singular = levelName(title, vocabulary).toLowerCase();
  const exact = roles.find((role) =>
    vocabulary.columns[role].some((name) => name === words || name === singular || sameButPlural(words, name)),
  );
  if (exact) return exact;
  const within = roles.filter((role) => role !== 'code' && vocabulary.columns[role].some((name) => endsWithName(words, name)));
  return within[0] ?? 'other';
}

const sameButPlural = (words: string, name: string): boolean =>
  words === `${name}s` || words === `${name.replace(/y$/u, 'ie')}s` || words === `${name}(s)` || words === `${name}en`;

const endsWithName = (words: string, name: string): boolean => {
  const tail = ` ${words}`;
  return [name, `${name}s`, `${name.replace(/y$/u, 'ie')}s`].some((form) => tail.endsWith(` ${form}`) || tail.startsWith(` ${form} `));
};

/**
 * Reads a row as the head of a matrix.
 * @returns undefined unless one column holds the items and at least one more has a known role
 */
export function readHead(row: TableRow, vocabulary: Vocabulary): Column[] | undefined {
  if (row.cells.some((cell) => cell.length > 60)) return undefined;
  const columns = row.cells.map((title): Column => ({ title, role: roleOf(title, vocabulary) }));
  const known = columns.filter(({ role }) => role !== 'other');
  const items = columns.filter(({ role }) => role === 'item');
  if (items.length === 0 || known.length < 2) return undefined;
  const last = columns.findLastIndex(({ role }) => role === 'item');
  return columns.map((column, index) => (column.role === 'item' && index !== last ? { ...column, role: 'section' } : column));
}

export const hasRole = (columns: readonly Column[], role: ColumnRole): boolean => columns.some((column) => column.role === role);
