import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authenticator } from '@uptake/platform/http';
import { StreamAccess } from '@uptake/platform/live';
import { Account } from './account.entity';
import { Membership } from './membership.entity';
import { Memberships } from './memberships';
import { SendSignInMailProcessor } from './send-sign-in-mail.processor';
import { SessionController } from './session.controller';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions';
import { SignInLinks } from './sign-in-links';

const shared = [Memberships, Sessions, SessionCookie, SignInLinks, { provide: Authenticator, useExisting: Sessions }];

/** Accounts, sign-in and sessions, for the API. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Account, Membership])],
  controllers: [SessionController],
  providers: shared,
  exports: [...shared, TypeOrmModule],
})
export class PeopleModule implements OnModuleInit {
  constructor(private readonly streams: StreamAccess) {}

  onModuleInit(): void {
    this.streams.register('account', async (caller, id) => caller.accountId === id);
    this.streams.register('public', async () => true);
  }
}

/** The mails about signing in, for the worker. */
@Module({ imports: [TypeOrmModule.forFeature([Account, Membership])], providers: [SendSignInMailProcessor, SignInLinks] })
export class PeopleJobsModule {}
