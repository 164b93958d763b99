import type { DataSource } from 'typeorm';
import { Session } from '@uptake/people/contracts';

/** An account as its own screens see it: name, roles and the names of what they are held in. One query. */
export async function whoIs(dataSource: DataSource, accountId: string | null): Promise<Session> {
  if (!accountId) return { accountId: null, person: null, memberships: [] };
  const rows: { session: unknown }[] = await dataSource.query(
    `SELECT jsonb_build_object(
       'accountId', account.id,
       'person', CASE WHEN kind = 'person' THEN jsonb_build_object('id', account.id, 'name', coalesce(account.name, email::text), 'email', email,
         'language', account.language, 'timeZone', account.time_zone, 'revision', account.revision) END,
       'memberships', coalesce((
         SELECT jsonb_agg(jsonb_build_object('role', role, 'scope', scope, 'scopeId', scope_id,
           'scopeName', coalesce(source.title, workshop.title, institution.name)) ORDER BY scope, role)
         FROM role_held
         LEFT JOIN source ON scope = 'source' AND source.id = scope_id
         LEFT JOIN workshop ON scope = 'workshop' AND workshop.id = scope_id
         LEFT JOIN institution ON scope = 'institution' AND institution.id = scope_id
         WHERE role_held.account_id = account.id AND since <= now() AND (until IS NULL OR until > now())), '[]')
     ) AS session FROM account WHERE id = $1`,
    [accountId],
  );
  return Session.parse(rows[0]?.session ?? { accountId: null, person: null, memberships: [] });
}
