import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Settings } from '@uptake/platform/config';
import type { Letter } from './letter';
import { renderLetter } from './render-letter';

/** Milliseconds. A mail server that stops answering in the middle must not hold a worker, nor its transaction, for long. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends letters by SMTP. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport;

  constructor(private readonly settings: Settings) {
    this.transport = createTransport({ url: settings.smtpUrl, pool: true, ...PATIENCE } as never);
  }

  /**
   * @returns the id under which the mail server took it
   * @throws when the mail server can't be reached or refuses; the caller's job tries again
   */
  async send(to: string, letter: Letter, headers: Record<string, string> = {}): Promise<string> {
    const { html, text } = await renderLetter(letter);
    const { messageId } = await this.transport.sendMail({ from: this.settings.mailFrom, to, subject: letter.subject, html, text, headers });
    return messageId;
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
