import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Settings } from '@uptake/platform/config';
import '@fastify/cookie';

export const SESSION_DAYS = 30;

/** The session's cookie: `__Host-` wherever Uptake is reached by https; a plain name on http, which browsers accept no other way. */
@Injectable()
export class SessionCookie {
  private readonly name: string;

  constructor(private readonly settings: Settings) {
    this.name = settings.isSecure ? '__Host-uptake' : 'uptake';
  }

  read(headers: IncomingHttpHeaders): string | undefined {
    for (const pair of headers.cookie?.split(';') ?? []) {
      const [name, value] = pair.trim().split('=');
      if (name === this.name) return value;
    }
    return undefined;
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { ...this.attributes, maxAge: SESSION_DAYS * 24 * 3600 });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes);
  }

  private get attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.settings.isSecure } as const;
  }
}
