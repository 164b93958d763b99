import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SignIn } from '@uptake/people/contracts';
import { Clock } from '@uptake/platform/config';
import type { Tx } from '@uptake/platform/database';
import { hashOf, newCode, newToken } from './secrets';

export const LINK_MINUTES = 20;
const ATTEMPTS = 5;

/** Links and codes that sign somebody in, once. */
@Injectable()
export class SignInLinks {
  constructor(private readonly clock: Clock) {}

  async issue(tx: Tx, accountId: string, minutes = LINK_MINUTES): Promise<{ token: string; code: string }> {
    const token = newToken();
    const code = newCode();
    const now = this.clock.now();
    await tx.query(`INSERT INTO sign_in_link (account_id, token_hash, code_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`, [
      accountId,
      hashOf(token),
      hashOf(`${accountId} ${code}`),
      now,
      new Date(now.getTime() + minutes * 60_000),
    ]);
    return { token, code };
  }

  /** @returns whose link or code this was, now spent; `undefined` when it is wrong, used or too old */
  async consume(tx: Tx, signIn: SignIn): Promise<string | undefined> {
    return 'token' in signIn ? this.consumeToken(tx, signIn.token) : this.consumeCode(tx, signIn.email, signIn.code);
  }

  private async consumeToken(tx: Tx, token: string): Promise<string | undefined> {
    const [used]: [{ account_id: string }[], number] = await tx.query(
      `UPDATE sign_in_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING account_id`,
      [hashOf(token), this.clock.now()],
    );
    return used[0]?.account_id;
  }

  /** The newest link of the address takes a code, five tries at most. */
  private async consumeCode(tx: Tx, email: string, code: string): Promise<string | undefined> {
    const now = this.clock.now();
    const [tried]: [{ id: string; account_id: string; code_hash: Buffer }[], number] = await tx.query(
      `UPDATE sign_in_link SET attempts = attempts + 1 WHERE id = (
         SELECT sign_in_link.id FROM sign_in_link JOIN account ON account.id = account_id
         WHERE email = $1 AND used_at IS NULL AND sign_in_link.expires_at > $2 AND attempts < $3
         ORDER BY sign_in_link.created_at DESC LIMIT 1)
       RETURNING id, account_id, code_hash`,
      [email, now, ATTEMPTS],
    );
    const link = tried[0];
    if (!link || !timingSafeEqual(link.code_hash, hashOf(`${link.account_id} ${code}`))) return undefined;
    await tx.query('UPDATE sign_in_link SET used_at = $2 WHERE id = $1', [link.id, now]);
    return link.account_id;
  }
}
