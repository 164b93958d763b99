import type { DumpedRow } from '../support/database-dump';

export type Choice = 'agree' | 'disagree' | 'pass';
const choices: readonly Choice[] = ['agree', 'disagree', 'pass'];

/** What the attack is after: known to the test, and to nobody who has only the dump. */
export interface Voter {
  participant: string;
  account: string;
  constituency: string;
  /** By recommendation. */
  chose: Record<string, Choice>;
}

/** A way in which a voter can be joined to a choice, in words. */
export type Link = string;

/**
 * By equality: whatever stands only in rows of one voter is a name of that voter, a transaction too; a row with such a name and a choice
 * tells who chose it.
 */
export function linksByEquality(rows: readonly DumpedRow[], voters: readonly Voter[]): Link[] {
  const names = new Map(voters.flatMap(({ participant, account }) => [participant, account].map((name) => [name, participant])));
  const tokens = new Map(rows.map((row) => [row, tokensOf(row)]));
  for (let known = 0; known < names.size;) {
    known = names.size;
    const owners = new Map<string, Set<string>>();
    for (const row of rows) {
      const of = votersIn(tokens.get(row), names);
      for (const token of of.size ? (tokens.get(row) ?? []) : []) owners.set(token, new Set([...(owners.get(token) ?? []), ...of]));
    }
    for (const [token, [owner, other]] of owners) if (owner && !other) names.set(token, owner);
  }
  return rows.flatMap((row) => {
    const [voter, other] = votersIn(tokens.get(row), names);
    return voter && !other && tellsChoice(row) ? [`${row.table} tells a choice of ${voter}`] : [];
  });
}

/** By order: rows with a choice and nobody's name, in an order that is also an order of rows with the voters' names. */
export function linksByOrder(rows: readonly DumpedRow[], voters: readonly Voter[]): Link[] {
  const tables = [...new Set(rows.map(({ table }) => table))].map((table) => [table, rows.filter((row) => row.table === table)] as const);
  const orders = tables.flatMap(([table, all]) => {
    const rowOf = voters.map(({ participant, account }) => all.filter((row) => [participant, account].some((id) => mentions(row, id))));
    if (rowOf.some(({ length }) => length !== 1)) return [];
    return columnsOf(all).map((column) => {
      const inOrder = voters.map((voter, index) => ({ voter, at: valueOf(rowOf[index]?.[0], column) })).sort((a, b) => compare(a.at, b.at));
      return { name: `${table}.${column}`, voters: inOrder.map(({ voter }) => voter) };
    });
  });
  return tables.flatMap(([table, all]) =>
    Object.keys(voters[0]?.chose ?? {}).flatMap((recommendation) => {
      const box = all.filter((row) => choiceIn(row) && mentions(row, recommendation));
      if (box.length !== voters.length) return [];
      return columnsOf(box).flatMap((column) => {
        const chosen = [...box].sort((a, b) => compare(valueOf(a, column), valueOf(b, column))).map(choiceIn);
        const same = orders.filter((order) => order.voters.every(({ chose }, index) => chose[recommendation] === chosen[index]));
        return same.map(({ name }) => `${table}.${column} is in the order of ${name}`);
      });
    }),
  );
}

/** By difference: counts of a constituency, and the total less all that are told, of a group that is too small to hide in. */
export function linksByDifference(rows: readonly DumpedRow[], voters: readonly Voter[], smallest = 5): Link[] {
  const told = rows.filter(({ values }) => choices.every((choice) => typeof values[choice] === 'number'));
  return Object.keys(voters[0]?.chose ?? {}).flatMap((recommendation) => {
    const cells = told.filter((row) => mentions(row, recommendation));
    const apart = new Set(voters.map(({ constituency }) => constituency).filter((name) => cells.some((row) => mentions(row, name))));
    const groups = [...apart].map((name) => voters.filter(({ constituency }) => constituency === name));
    const rest = voters.filter(({ constituency }) => !apart.has(constituency));
    return [...groups, rest].flatMap((group) => {
      const isUnanimous = new Set(group.map(({ chose }) => chose[recommendation])).size === 1;
      return group.length > 0 && (group.length < smallest || isUnanimous) ? [`the counts tell what ${group.length} chose`] : [];
    });
  });
}

/** Whole strings, and the words of long ones; numbers and truth values are too common to name anybody. */
function tokensOf(row: DumpedRow): Set<string> {
  const tokens = new Set([`transaction ${row.xmin}`]);
  const add = (value: unknown): void => {
    if (typeof value === 'string') [value, ...(value.match(/[\w-]{20,}/g) ?? [])].forEach((token) => tokens.add(token));
    else if (value && typeof value === 'object') Object.values(value).forEach(add);
  };
  add(row.values);
  return tokens;
}

const votersIn = (tokens: ReadonlySet<string> | undefined, names: ReadonlyMap<string, string>): Set<string> =>
  new Set([...(tokens ?? [])].flatMap((token) => names.get(token) ?? []));

const mentions = (row: DumpedRow, value: string): boolean => JSON.stringify(row.values).includes(value);
const tellsChoice = ({ values }: DumpedRow): boolean => /\b(agree|disagree|pass)\b/.test(JSON.stringify(values));
const choiceIn = ({ values }: DumpedRow): Choice | undefined => choices.find((choice) => Object.values(values).includes(choice));

const columnsOf = (rows: readonly DumpedRow[]): string[] => ['place', 'xmin', ...Object.keys(rows[0]?.values ?? {})];
const valueOf = (row: DumpedRow | undefined, column: string): unknown =>
  column === 'place' || column === 'xmin' ? row?.[column] : row?.values[column];
const compare = (one: unknown, other: unknown): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : String(one) < String(other) ? -1 : 1;
