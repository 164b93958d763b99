import { Injectable } from '@nestjs/common';
import { Assignments, type AssignmentRecord } from '@uptake/assignments/server';
import type { Actor, RoleHeld } from '@uptake/people/domain';
import { Clock, Settings } from '@uptake/platform/config';
import type { Tx } from '@uptake/platform/database';
import { notFound, refusal } from '@uptake/platform/http';
import { openReportLink } from '@uptake/progress/domain';
import { readReportToken } from './report-token';

export interface OpenedLink {
  record: AssignmentRecord;
  /** The person for whom the link was made. */
  actor: Actor;
  name: string;
}

const GONE = 410;

/** The links of reminders: each acts for one person, on one assignment, for one due date. */
@Injectable()
export class ReportLinks {
  constructor(
    private readonly assignments: Assignments,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** To look at; changes and locks nothing. */
  look(db: Pick<Tx, 'query'>, token: string): Promise<OpenedLink> {
    return this.open(db, token, (id) => this.assignments.find(db, id));
  }

  /** To report by; the assignment stays locked until the transaction ends. */
  use(tx: Tx, token: string): Promise<OpenedLink> {
    return this.open(tx, token, (id) => this.assignments.lock(tx, id));
  }

  /** @throws a 404 for a token that nobody signed, a 410 that says why for one that no longer counts */
  private async open(db: Pick<Tx, 'query'>, token: string, load: (assignmentId: string) => Promise<AssignmentRecord>): Promise<OpenedLink> {
    const link = readReportToken(this.settings.secret, token);
    if (!link) throw notFound();
    const record = await load(link.assignmentId);
    const { actor, name } = await personOf(db, link.accountId);
    const opened = openReportLink(link, record.state, actor, this.clock.now());
    if (opened.refused) throw refusal(opened, GONE);
    return { record, actor, name };
  }
}

/** Somebody by account, with the roles held now: whoever lost a role since the mail went out has lost it here too. */
async function personOf(db: Pick<Tx, 'query'>, accountId: string): Promise<{ actor: Actor; name: string }> {
  const rows: { name: string; roles: RoleHeld[] }[] = await db.query(
    `SELECT coalesce(account.name, account.email::text, '') AS name,
       coalesce((SELECT jsonb_agg(jsonb_build_object('role', role, 'scope', scope, 'scopeId', scope_id))
         FROM role_held WHERE account_id = account.id AND since <= now() AND (until IS NULL OR until > now())), '[]') AS roles
     FROM account WHERE id = $1`,
    [accountId],
  );
  const { name, roles } = rows[0] ?? { name: '', roles: [] };
  return { actor: { accountId, isGuest: false, roles }, name };
}
