import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { type Observable, defer, from, lastValueFrom } from 'rxjs';
import { Clock } from '@uptake/platform/config';
import { Transactions, type Tx } from '@uptake/platform/database';
import type { CallerRequest } from './access.guard';
import { Problem } from './problem';

const NOT_REPLAYED = 'uptake:not-replayed';

/** For the few POSTs whose answer must not be kept, because it sets a cookie or carries a secret. */
export const NotReplayed = () => SetMetadata(NOT_REPLAYED, true);

interface Kept {
  route: string;
  body_hash: string;
  status: number;
  answer: unknown;
}

/**
 * `Idempotency-Key` on POST: the same key and body get the same answer, another body is refused, and one still at work is refused too.
 * The key is kept in the transaction of the command itself, so that both are done or neither.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    if (context.getType() !== 'http') return next.handle();
    const http = context.switchToHttp();
    const request = http.getRequest<CallerRequest>();
    const key = request.headers['idempotency-key'];
    const keeps = request.method === 'POST' && key && !this.reflector.get<boolean>(NOT_REPLAYED, context.getHandler());
    if (!keeps) return next.handle();
    if (typeof key !== 'string' || key.length > 100) throw new Problem(400, 'bad_request');
    const reply = http.getResponse<FastifyReply>();
    const call = {
      key,
      actor: request.caller.accountId ?? 'nobody',
      route: request.url,
      bodyHash: hashOf(request.body),
    };
    return defer(() =>
      from(
        this.transactions.run(async (tx) => {
          const kept = await this.begin(tx, call);
          if (kept) return this.replay(kept, call, reply);
          const answer = await lastValueFrom(next.handle(), { defaultValue: undefined });
          await tx.query('UPDATE idempotency SET status = $3, answer = $4 WHERE key = $1 AND actor = $2', [
            call.key,
            call.actor,
            reply.statusCode,
            JSON.stringify(answer ?? null),
          ]);
          return answer;
        }),
      ),
    );
  }

  private async begin(tx: Tx, { key, actor, route, bodyHash }: Call): Promise<Kept | undefined> {
    const locks: { free: boolean }[] = await tx.query('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 1325)) AS free', [
      `${actor} ${key}`,
    ]);
    if (!locks[0]?.free) throw new Problem(409, 'in_flight');
    const inserted: unknown[] = await tx.query(
      `INSERT INTO idempotency (key, actor, route, body_hash, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING key`,
      [key, actor, route, bodyHash, this.clock.now()],
    );
    if (inserted.length) return undefined;
    const kept: Kept[] = await tx.query('SELECT route, body_hash, status, answer FROM idempotency WHERE key = $1 AND actor = $2', [
      key,
      actor,
    ]);
    return kept[0];
  }

  private replay(kept: Kept, call: Call, reply: FastifyReply): unknown {
    if (kept.route !== call.route || kept.body_hash !== call.bodyHash) throw new Problem(422, 'key_reused');
    void reply.status(kept.status).header('idempotency-replayed', 'true');
    return kept.answer ?? undefined;
  }
}

/** @throws 400 for a body nested so deep that it can't be written down again */
function hashOf(body: unknown): string {
  try {
    return createHash('sha256')
      .update(JSON.stringify(body ?? null))
      .digest('hex');
  } catch {
    throw new Problem(400, 'bad_request');
  }
}

interface Call {
  key: string;
  actor: string;
  route: string;
  bodyHash: string;
}
