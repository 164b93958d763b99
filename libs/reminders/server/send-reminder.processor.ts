import { Injectable } from '@nestjs/common';
import { REPORT_LINK_DAYS } from '@uptake/progress/domain';
import { signReportToken } from '@uptake/progress/server';
import { Clock, Settings } from '@uptake/platform/config';
import { Transactions, type Tx } from '@uptake/platform/database';
import { JobProcessor, type Processes } from '@uptake/platform/jobs';
import { Mailer } from '@uptake/platform/mail';
import { SendReminder } from '@uptake/reminders/contracts';
import { recheck } from '@uptake/reminders/domain';
import { reminderLetter } from './reminder-letter';
import { RemindersToSend, type ReminderToSend } from './reminder-to-send';
import type { Reminder } from './reminder.entity';

const DAY = 86_400_000;

/**
 * Sends one reminder, if it is still needed. An advisory lock keeps a second worker away while the mail is under way; it is no row lock,
 * because a transaction that had written already would hold back the live feed of everybody until the mail server answers.
 * A process that dies after the mail server took the mail and before the next statement is committed sends it again when the job is
 * repeated: the one way in which somebody may get a reminder twice, and the reason why that statement comes first.
 */
@Injectable()
@JobProcessor(SendReminder)
export class SendReminderProcessor implements Processes<{ reminderId: string }> {
  constructor(
    private readonly transactions: Transactions,
    private readonly reminders: RemindersToSend,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async process({ reminderId }: { reminderId: string }): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.lock(tx, reminderId))) return;
      const reminder = await this.reminders.read(tx, reminderId);
      if (!reminder) return;
      const reason = recheck(reminder);
      await this.settle(tx, reminderId, reason ? { outcome: 'skipped', reason } : await this.send(reminder));
    });
  }

  private async lock(tx: Tx, reminderId: string): Promise<boolean> {
    const [row]: { free: boolean }[] = await tx.query('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 1326)) AS free', [reminderId]);
    return row?.free ?? false;
  }

  /** @throws when the mail server can't be reached; the job tries again */
  private async send(reminder: ReminderToSend): Promise<Settled> {
    try {
      return { outcome: 'sent', messageId: await this.mailer.send(reminder.email, reminderLetter(reminder, this.linkFor(reminder))) };
    } catch (error) {
      if (isRefused(error)) return { outcome: 'failed', reason: 'refused' };
      throw error;
    }
  }

  private linkFor({ assignmentId, recipient, remindedVersion }: ReminderToSend): string {
    const expiresAt = new Date(this.clock.now().getTime() + REPORT_LINK_DAYS * DAY);
    const link = { assignmentId, accountId: recipient, dueVersion: remindedVersion, expiresAt };
    return `${this.settings.publicUrl}/report/${signReportToken(this.settings.secret, link)}`;
  }

  private async settle(tx: Tx, reminderId: string, { outcome, reason = null, messageId = null }: Settled): Promise<void> {
    await tx.query('UPDATE reminder SET outcome = $2, reason = $3, message_id = $4, settled_at = $5 WHERE id = $1', [
      reminderId,
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
