import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '@uptake/people/domain';
import { decodeCursor, encodeCursor, notFound } from '@uptake/platform/http';
import type { Ledger, LedgerEntry, LedgerQuery } from '@uptake/reminders/contracts';
import { sourcesWithLedger } from '@uptake/reminders/domain';

/** The log of reminders, newest first. */
@Injectable()
export class ReadLedger {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws 404 for a source whose reminders are not the actor's to see */
  async page(actor: Actor, { source, cursor, limit }: LedgerQuery): Promise<Ledger> {
    const after = decodeCursor(cursor, 2);
    const rows: { entry: LedgerEntry }[] = await this.dataSource.query(
      `SELECT jsonb_build_object(
         'id', reminder.id,
         'recommendation', jsonb_build_object('id', recommendation.id, 'reference', recommendation.reference, 'text', recommendation.text),
         'institution', jsonb_build_object('id', institution.id, 'name', institution.name),
         'recipient', coalesce(account.name, account.email::text),
         'rule', rule, 'dueOn', reminder.due_on, 'outcome', outcome, 'reason', reason,
         'foundAt', found_at, 'goesAt', goes_at, 'settledAt', settled_at) AS entry
       FROM reminder
       JOIN assignment ON assignment.id = reminder.assignment_id
       JOIN recommendation ON recommendation.id = assignment.recommendation_id
       JOIN institution ON institution.id = assignment.institution_id
       JOIN account ON account.id = reminder.recipient
       WHERE ($1::uuid[] IS NULL OR assignment.source_id = ANY($1))
         AND ($2::timestamptz IS NULL OR (found_at, reminder.id) < ($2, $3::uuid))
       ORDER BY found_at DESC, reminder.id DESC LIMIT $4`,
      [chosenSources(actor, source), ...(after ?? [null, null]), limit + 1],
    );
    const items = rows.slice(0, limit).map(({ entry }) => entry);
    const last = items.at(-1);
    return { items, cursor: last && rows.length > limit ? encodeCursor([last.foundAt, last.id]) : null };
  }
}

/**
 * @returns the ids to which a look at reminders is limited, `null` for all of them
 * @throws 404 when one is asked for that is not the actor's to see
 */
export function chosenSources(actor: Actor, source: string | undefined): string[] | null {
  const own = sourcesWithLedger(actor);
  if (!source) return own === 'all' ? null : own;
  if (own !== 'all' && !own.includes(source)) throw notFound();
  return [source];
}
