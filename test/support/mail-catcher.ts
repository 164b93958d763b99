import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type CaughtMail, parseMail } from './parse-mail';

/** A mail server that takes everything and delivers nothing. */
export class MailCatcher {
  readonly mails: CaughtMail[] = [];
  /** Addresses that are refused for good. */
  readonly unknown = new Set<string>();
  url = '';
  private gate: Promise<void> | undefined;
  private reached = () => {};
  private waiting: (() => void)[] = [];

  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _, answer) =>
      answer(this.unknown.has(address) ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, { envelope }, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        this.reached();
        void Promise.resolve(this.gate).then(() => {
          this.mails.push(parseMail(envelope.rcptTo[0]?.address ?? '', Buffer.concat(chunks).toString()));
          this.waiting.splice(0).forEach((wake) => wake());
          answer();
        });
      });
    },
  });

  static async start(): Promise<MailCatcher> {
    const catcher = new MailCatcher();
    await new Promise<void>((resolve) => catcher.server.listen(0, '127.0.0.1', resolve));
    catcher.url = `smtp://127.0.0.1:${(catcher.server.server.address() as AddressInfo).port}`;
    return catcher;
  }

  to = (address: string): CaughtMail[] => this.mails.filter((mail) => mail.to === address);

  /** Waits until somebody got as many mails. */
  async arrived(address: string, count = 1): Promise<CaughtMail> {
    while (this.to(address).length < count) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.to(address)[count - 1] as CaughtMail;
  }

  /** Makes the server think about every mail until it is released, for looking at what happens meanwhile. */
  hold(): { reached: Promise<void>; release(): void } {
    let release = () => {};
    this.gate = new Promise((resolve) => (release = resolve));
    const reached = new Promise<void>((resolve) => (this.reached = resolve));
    return {
      reached,
      release: () => {
        this.gate = undefined;
        release();
      },
    };
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
