import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { SendSignInMail } from '@uptake/people/contracts';
import { Settings } from '@uptake/platform/config';
import { Transactions } from '@uptake/platform/database';
import { JobProcessor, type Processes } from '@uptake/platform/jobs';
import { Mailer } from '@uptake/platform/mail';
import { sentence } from '@uptake/platform/words';
import { Account } from './account.entity';
import { LINK_MINUTES, SignInLinks } from './sign-in-links';

@Injectable()
@JobProcessor(SendSignInMail)
export class SendSignInMailProcessor implements Processes<{ email: string }> {
  constructor(
    @InjectRepository(Account) private readonly accounts: Repository<Account>,
    private readonly transactions: Transactions,
    private readonly links: SignInLinks,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
  ) {}

  async process({ email }: { email: string }): Promise<void> {
    const account = await this.accounts.findOneBy({ email });
    if (!account?.email) return;
    const { token, code } = await this.transactions.run((tx) => this.links.issue(tx, account.id));
    const say = (key: string, params = {}) => sentence(account.language, `mail.signIn.${key}`, params);
    await this.mailer.send(account.email, {
      language: account.language,
      subject: say('subject', { code }),
      title: say('title'),
      parts: [
        { kind: 'text', text: say('body') },
        { kind: 'code', text: code },
        { kind: 'action', text: say('action'), url: `${this.settings.publicUrl}/sign-in/${token}` },
        { kind: 'text', text: say('end', { minutes: LINK_MINUTES }) },
      ],
      footer: sentence(account.language, 'mail.footer', { address: account.email }),
    });
  }
}
