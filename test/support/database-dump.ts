import type { DataSource } from 'typeorm';

export interface DumpedRow {
  table: string;
  /** The transaction that wrote the row, and its place in the file: PostgreSQL keeps both beside every row. */
  xmin: number;
  place: number;
  values: Record<string, unknown>;
}

/** Everything that whoever owns the database can select: every row of every table in every schema, with what PostgreSQL adds to it. */
export async function databaseDump(db: DataSource): Promise<DumpedRow[]> {
  const tables: { name: string }[] = await db.query(
    `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE relkind IN ('r', 'm') AND nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`,
  );
  const dumped: DumpedRow[] = [];
  for (const { name } of tables) {
    const rows: Omit<DumpedRow, 'table'>[] = await db.query(
      `SELECT t.xmin::text::float8 AS xmin, row_number() OVER (ORDER BY t.ctid)::int AS place, to_jsonb(t) AS values FROM ${name} AS t`,
    );
    dumped.push(...rows.map((row) => ({ table: name, ...row })));
  }
  return dumped;
}
