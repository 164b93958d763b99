import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { type OpenSessions, ProfileChange, SendSignInMail, Session, SignIn, SignInLinkRequest } from '@uptake/people/contracts';
import type { Actor } from '@uptake/people/domain';
import { saveRevision, Transactions } from '@uptake/platform/database';
import { Access, NotReplayed, Problem, RateLimits, Revision, stale } from '@uptake/platform/http';
import { Jobs } from '@uptake/platform/jobs';
import { Account } from './account.entity';
import { CurrentActor, CurrentSession } from './current-actor';
import { deviceOf } from './device-of';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions';
import { SignInLinks } from './sign-in-links';
import { whoIs } from './who-is';

const MAILS = { points: 5, seconds: 900 };
/** Wrong ones from one address. A whole ministry may share one, so right ones are given back. */
const TRIES = { points: 20, seconds: 300 };

@Controller()
export class SessionController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly links: SignInLinks,
    private readonly cookie: SessionCookie,
    private readonly limits: RateLimits,
    private readonly jobs: Jobs,
  ) {}

  @Access('public')
  @Post('sign-in-links')
  @HttpCode(202)
  async mailLink(@Body({ schema: SignInLinkRequest }) { email }: SignInLinkRequest): Promise<object> {
    await this.limits.spend('sign-in-mail', email.toLowerCase(), MAILS);
    await this.jobs.add(SendSignInMail, { email });
    return {};
  }

  @Access('public')
  @NotReplayed()
  @Post('sessions')
  async signIn(
    @Body({ schema: SignIn }) body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    await this.limits.spend('sign-in', request.ip, TRIES);
    const accountId = await this.transactions.run((tx) => this.links.consume(tx, body));
    if (!accountId) throw new Problem(422, 'token' in body ? 'link_spent' : 'code_wrong');
    await this.limits.giveBack('sign-in', request.ip, TRIES);
    const token = await this.transactions.run((tx) => this.sessions.open(tx, accountId, deviceOf(request.headers['user-agent'])));
    this.cookie.set(reply, token);
    return whoIs(this.dataSource, accountId);
  }

  @Access('public')
  @Get('session')
  async session(@CurrentActor() actor: Actor): Promise<Session> {
    return whoIs(this.dataSource, actor.accountId);
  }

  @Access('guest')
  @Delete('session')
  @HttpCode(204)
  async signOut(@CurrentSession() sessionId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(sessionId);
    this.cookie.clear(reply);
  }

  @Access('guest')
  @Get('sessions')
  async openSessions(@CurrentActor() actor: Actor, @CurrentSession() sessionId: string): Promise<OpenSessions> {
    const items: OpenSessions['items'] = await this.dataSource.query(
      `SELECT id, device, created_at AS "createdAt", last_seen_at AS "lastSeenAt", id = $2 AS current
       FROM session WHERE account_id = $1 AND expires_at > now() ORDER BY last_seen_at DESC LIMIT 100`,
      [actor.accountId, sessionId],
    );
    return { items };
  }

  @Access('guest')
  @Delete('sessions')
  @HttpCode(204)
  async signOutEverywhere(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.endAll(actor.accountId as string);
    this.cookie.clear(reply);
  }

  @Access('person')
  @Patch('me')
  async change(
    @CurrentActor() actor: Actor,
    @Revision() revision: number,
    @Body({ schema: ProfileChange }) change: ProfileChange,
  ): Promise<Session> {
    const id = actor.accountId as string;
    const saved = await this.transactions.run((tx) => saveRevision(tx, Account, { id, revision }, change));
    const session = await whoIs(this.dataSource, id);
    if (!saved) throw stale(session);
    return session;
  }
}
