import { Injectable } from '@nestjs/common';
import { dayIn } from '@uptake/kernel';
import { REPORT_LINK_DAYS } from '@uptake/progress/domain';
import { signReportToken } from '@uptake/progress/server';
import { Clock, Settings } from '@uptake/platform/config';
import { Transactions, type Tx } from '@uptake/platform/database';
import { JobProcessor, type Processes } from '@uptake/platform/jobs';
import { Mailer } from '@uptake/platform/mail';
import { SendReminders } from '@uptake/reminders/contracts';
import { isEscalation, mayGoOut, nextMorning, recheck } from '@uptake/reminders/domain';
import type { Reminder } from './reminder.entity';
import { remindersLetter } from './reminders-letter';
import { RemindersToSend, type ReminderToSend } from './reminders-to-send';

const DAY = 86_400_000;

/**
 * Sends somebody all reminders that wait for them as one mail, those at least that are still needed. An advisory lock keeps a second worker
 * away while the mail is under way; it is no row lock, because a transaction that had written already would hold back the live feed of
 * everybody until the mail server answers.
 * A process that dies after the mail server took the mail and before the next statement is committed sends it again when the job is
 * repeated: the one way in which somebody may get a reminder twice, and the reason why that statement comes first.
 */
@Injectable()
@JobProcessor(SendReminders)
export class SendRemindersProcessor implements Processes<{ recipient: string }> {
  constructor(
    private readonly transactions: Transactions,
    private readonly reminders: RemindersToSend,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async process({ recipient }: { recipient: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.lock(tx, recipient))) return;
      const waiting = await this.reminders.read(tx, recipient);
      const [first] = waiting;
      // A job that is tried again may find that the evening has come: the sweep of the morning asks anew.
      if (!first || !mayGoOut(this.settings.mailHours, first.timeZone, this.clock.now())) return;
      const judged = waiting.map((reminder) => ({ reminder, reason: recheck(reminder) }));
      const needed = judged.flatMap(({ reminder, reason }) => (reason ? [] : [reminder]));
      if (needed.length && this.hadMailToday(first)) await this.postpone(tx, needed);
      else if (needed.length) await this.settle(tx, needed, await this.send(first, needed));
      for (const { reminder, reason } of judged) if (reason) await this.settle(tx, [reminder], { outcome: 'skipped', reason });
    });
  }

  private async lock(tx: Tx, recipient: string): Promise<boolean> {
    const [row]: { free: boolean }[] = await tx.query('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 1326)) AS free', [recipient]);
    return row?.free ?? false;
  }

  private hadMailToday({ timeZone, lastMailAt }: ReminderToSend): boolean {
    if (this.settings.mailHours === 'always' || !lastMailAt) return false;
    return dayIn(timeZone, lastMailAt) === dayIn(timeZone, this.clock.now());
  }

  /** @throws when the mail server can't be reached; the job tries again */
  private async send({ email }: ReminderToSend, reminders: readonly ReminderToSend[]): Promise<Settled> {
    const letter = remindersLetter(reminders.map((reminder) => ({ ...reminder, url: this.linkFor(reminder) })));
    try {
      return { outcome: 'sent', messageId: await this.mailer.send(email, letter) };
    } catch (error) {
      if (isRefused(error)) return { outcome: 'failed', reason: 'refused' };
      throw error;
    }
  }

  /** The form, signed, for whoever is asked for the report; the page, where everybody signs in, for whoever hears of it. */
  private linkFor({ assignmentId, recommendationId, rule, recipient, remindedVersion }: ReminderToSend): string {
    if (isEscalation(rule)) return `${this.settings.publicUrl}/recommendations/${recommendationId}`;
    const expiresAt = new Date(this.clock.now().getTime() + REPORT_LINK_DAYS * DAY);
    const link = { assignmentId, accountId: recipient, dueVersion: remindedVersion, expiresAt };
    return `${this.settings.publicUrl}/report/${signReportToken(this.settings.secret, link)}`;
  }

  private async postpone(tx: Tx, reminders: readonly ReminderToSend[]): Promise<void> {
    const morning = nextMorning(this.settings.mailHours, reminders[0]?.timeZone ?? 'UTC', this.clock.now());
    await tx.query('UPDATE reminder SET goes_at = $2 WHERE id = ANY($1)', [reminders.map(({ id }) => id), morning]);
  }

  private async settle(tx: Tx, reminders: readonly ReminderToSend[], { outcome, reason = null, messageId = null }: Settled): Promise<void> {
    await tx.query('UPDATE reminder SET outcome = $2, reason = $3, message_id = $4, settled_at = $5 WHERE id = ANY($1)', [
      reminders.map(({ id }) => id),
      outcome,
      reason,
      messageId,
      this.clock.now(),
    ]);
  }
}

type Settled = Pick<Reminder, 'outcome'> & Partial<Pick<Reminder, 'reason' | 'messageId'>>;

/** A 5xx of the mail server is its last word (RFC 5321, 4.2.1); everything else may pass. */
const isRefused = (error: unknown): boolean => Number((error as { responseCode?: number }).responseCode) >= 500;
