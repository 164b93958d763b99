import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { type Actor, nobody, type RoleHeld } from '@uptake/people/domain';
import { Clock } from '@uptake/platform/config';
import { Notifications, type Tx } from '@uptake/platform/database';
import { Authenticator, type Caller } from '@uptake/platform/http';
import { sessionEnded } from '@uptake/platform/live';
import { hashOf, newToken } from './secrets';
import { SESSION_DAYS, SessionCookie } from './session-cookie';

export type SignedIn = Caller & { actor: Actor };

interface Row {
  id: string;
  account_id: string;
  kind: 'person' | 'guest';
  roles: RoleHeld[];
}

const ANONYMOUS: SignedIn = { accountId: null, isGuest: true, sessionId: null, actor: nobody };
const SEEN_EVERY_MS = 5 * 60_000;

/** Opaque sessions: the browser holds a random token, the database its hash. */
@Injectable()
export class Sessions extends Authenticator {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
  ) {
    super();
  }

  /** One query: the session, its account and every role held now. */
  async authenticate(headers: IncomingHttpHeaders): Promise<SignedIn> {
    const token = this.cookie.read(headers);
    if (!token) return ANONYMOUS;
    const now = this.clock.now();
    const rows: Row[] = await this.dataSource.query(
      `WITH seen AS (
         UPDATE session SET last_seen_at = $2 WHERE token_hash = $1 AND expires_at > $2 AND last_seen_at < $3
       )
       SELECT session.id, account.id AS account_id, account.kind,
         coalesce((SELECT jsonb_agg(jsonb_build_object('role', role, 'scope', scope, 'scopeId', scope_id))
           FROM role_held WHERE role_held.account_id = account.id AND since <= $2 AND (until IS NULL OR until > $2)), '[]') AS roles
       FROM session JOIN account ON account.id = session.account_id
       WHERE token_hash = $1 AND expires_at > $2`,
      [hashOf(token), now, new Date(now.getTime() - SEEN_EVERY_MS)],
    );
    const row = rows[0];
    if (!row) return ANONYMOUS;
    const who = { accountId: row.account_id, isGuest: row.kind === 'guest' };
    return { ...who, sessionId: row.id, actor: { ...who, roles: row.roles } };
  }

  /** @returns the token for the cookie; it is shown once and kept nowhere */
  async open(tx: Tx, accountId: string, device: string): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO session (token_hash, account_id, device, created_at, last_seen_at, expires_at) VALUES ($1, $2, $3, $4, $4, $5)`,
      [hashOf(token), accountId, device, now, new Date(now.getTime() + SESSION_DAYS * 86_400_000)],
    );
    return token;
  }

  async end(sessionId: string): Promise<void> {
    await this.dataSource.query('DELETE FROM session WHERE id = $1', [sessionId]);
    this.notifications.hint(sessionEnded(sessionId));
  }

  async endAll(accountId: string): Promise<void> {
    const [ended]: [{ id: string }[], number] = await this.dataSource.query('DELETE FROM session WHERE account_id = $1 RETURNING id', [
      accountId,
    ]);
    ended.forEach(({ id }) => this.notifications.hint(sessionEnded(id)));
  }
}
