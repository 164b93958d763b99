import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { ActivityPage, Cursor, Fact, Stream } from '@uptake/activity/contracts';
import { Clock } from '@uptake/platform/config';
import { Notifications, Transactions, type Tx } from '@uptake/platform/database';

export interface NewFact {
  streams: Stream[];
  /** Past tense, `<slice>.<what>`: `voting.ballot_opened`. */
  type: string;
  /** Only what everybody who may read one of the streams may see. */
  data: Record<string, unknown>;
  actor?: string | null;
  /** When it happened; now, unless history is loaded. */
  at?: Date;
}

interface Row {
  tx: string;
  id: string;
  streams: string[];
  type: string;
  at: Date;
  data: Record<string, unknown>;
}

export const ACTIVITY_HINT = 'activity';

/** Rows whose transaction is finished for everybody, so that a reader who remembers a place in (tx, id) never skips one. */
const SETTLED = 'tx < pg_snapshot_xmin(pg_current_snapshot())';
/** The texts bear the names of the columns, so that ORDER BY must name the table: texts would put 10 before 9. */
const COLUMNS = 'tx::text, id::text, streams, type, at, data';
export const BEGINNING: Cursor = '0.0';

/** The append-only log of facts: audit, timeline, outbox and live feed in one. */
@Injectable()
export class ActivityLog {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
    private readonly transactions: Transactions,
  ) {}

  /** Adds facts in the transaction of what they tell. */
  async append(tx: Tx, ...facts: NewFact[]): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO activity (streams, type, at, actor, data)
       SELECT ARRAY(SELECT jsonb_array_elements_text(fact->'streams')), fact->>'type', (fact->>'at')::timestamptz, (fact->>'actor')::uuid, fact->'data'
       FROM jsonb_array_elements($1::jsonb) AS fact`,
      [JSON.stringify(facts.map((fact) => ({ ...fact, at: fact.at ?? now, actor: fact.actor ?? null })))],
    );
    this.transactions.afterCommit(() => this.notifications.hint(ACTIVITY_HINT));
  }

  /** One page of a stream after a cursor, oldest first, or the newest facts before the end, newest first. */
  async read(stream: Stream, page: { after?: Cursor; order: 'oldest' | 'newest'; limit: number }): Promise<ActivityPage> {
    const [tx, id] = (page.after ?? BEGINNING).split('.');
    const direction = page.order === 'oldest' ? 'ASC' : 'DESC';
    const rows: Row[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM activity
       WHERE streams @> ARRAY[$1] AND (tx, id) > ($2::xid8, $3::bigint) AND ${SETTLED}
       ORDER BY activity.tx ${direction}, activity.id ${direction} LIMIT $4`,
      [stream, tx, id, page.limit + 1],
    );
    const items = rows.slice(0, page.limit).map(toFact);
    return { items, cursor: items.at(-1)?.cursor ?? page.after ?? BEGINNING, more: rows.length > page.limit };
  }

  /** What was added to any stream since `after`, oldest first. */
  async since(after: Cursor, limit: number): Promise<Fact[]> {
    const [tx, id] = after.split('.');
    const rows: Row[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM activity WHERE (tx, id) > ($1::xid8, $2::bigint) AND ${SETTLED} ORDER BY activity.tx, activity.id LIMIT $3`,
      [tx, id, limit],
    );
    return rows.map(toFact);
  }

  /** The place in the log at which a reader who needs no history begins. */
  async end(): Promise<Cursor> {
    const rows: { cursor: Cursor }[] = await this.dataSource.query(
      `SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1) || '.9223372036854775807' AS cursor`,
    );
    return rows[0]?.cursor ?? BEGINNING;
  }
}

const toFact = ({ tx, id, streams, type, at, data }: Row): Fact => ({ cursor: `${tx}.${id}`, streams, type, at: at.toISOString(), data });
