import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '@uptake/platform/config';
import { JobProcessor, Jobs, type Processes } from '@uptake/platform/jobs';
import { SendReminder, SweepReminders } from '@uptake/reminders/contracts';
import { findReminders } from './find-reminders';
import { ReminderCandidates } from './reminder-candidates';

const HOUR = 3_600_000;
const GIVE_UP_AFTER_HOURS = 24;

/**
 * Looks for what is due, again and again. Every look finds all of it anew and the ledger's key drops what was found before, so that several
 * workers may look at once, and a look that died in the middle costs nothing.
 */
@Injectable()
@JobProcessor(SweepReminders)
export class SweepRemindersProcessor implements Processes<object> {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly candidates: ReminderCandidates,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async process(): Promise<void> {
    const now = this.clock.now();
    const found = (await this.candidates.find(now)).flatMap(findReminders);
    if (found.length) await this.note(found, now);
    await this.giveUp(now);
    await this.queue(now);
  }

  private async note(found: object[], now: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO reminder (assignment_id, recipient, rule, due_on, due_version, outcome, reason, found_at, settled_at)
       SELECT "assignmentId", recipient, rule, "dueOn", "dueVersion", outcome, reason, $2::timestamptz, CASE WHEN outcome = 'skipped' THEN $2 END
       FROM jsonb_to_recordset($1::jsonb)
         AS found("assignmentId" uuid, recipient uuid, rule text, "dueOn" date, "dueVersion" integer, outcome text, reason text)
       ON CONFLICT ON CONSTRAINT reminder_key DO NOTHING`,
      [JSON.stringify(found), now],
    );
  }

  private async giveUp(now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE reminder SET outcome = 'failed', reason = 'unreachable', settled_at = $1 WHERE outcome = 'queued' AND found_at < $2`,
      [now, new Date(now.getTime() - GIVE_UP_AFTER_HOURS * HOUR)],
    );
  }

  /** One job an hour for each that waits: the job's own tries bridge minutes, this bridges a mail server that is away for longer. */
  private async queue(now: Date): Promise<void> {
    const waiting: { id: string; foundAt: Date }[] = await this.dataSource.query(
      `SELECT id, found_at AS "foundAt" FROM reminder WHERE outcome = 'queued' ORDER BY found_at`,
    );
    for (const { id, foundAt } of waiting) {
      const hours = Math.floor((now.getTime() - foundAt.getTime()) / HOUR);
      await this.jobs.add(SendReminder, { reminderId: id }, { id: `${SendReminder.name}-${id}-${hours}` });
    }
  }
}
