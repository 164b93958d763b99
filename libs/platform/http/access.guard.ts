import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Settings } from '@uptake/platform/config';
import { ACCESS, type Access } from './access';
import { Authenticator, type Caller } from './authenticator';
import { forbidden, signInFirst } from './problem';
import { isOurOrigin } from './same-origin';

export type CallerRequest = FastifyRequest & { caller: Caller };

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Guards HTTP. Messages of sockets pass here too, and are judged by the gateway: the handshake by its origin, each stream by its policy. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly settings: Settings,
  ) {}

  /** Sockets are checked at their handshake and whenever they join a stream; Nest would ask this guard about their messages, too. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    if (context.getType() !== 'http') return true;
    const access = this.reflector.get<Access>(ACCESS, context.getHandler());
    const request = context.switchToHttp().getRequest<CallerRequest>();
    if (!SAFE.has(request.method) && !isOurOrigin(request.headers, this.settings.publicUrl)) throw forbidden('foreign_origin');
    request.caller = await this.authenticator.authenticate(request.headers);
    if (access === 'public') return true;
    if (!request.caller.accountId || (access === 'person' && request.caller.isGuest)) throw signInFirst();
    return true;
  }
}
