import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock, Settings } from '@uptake/platform/config';
import { JobProcessor, Jobs, type Processes } from '@uptake/platform/jobs';
import { SendReminders, SweepReminders } from '@uptake/reminders/contracts';
import { mayGoOut } from '@uptake/reminders/domain';
import { findReminders, type FoundReminder } from './find-reminders';
import { ReminderCandidates } from './reminder-candidates';

const HOUR = 3_600_000;
/** Long enough that a mail server which is away from Friday evening on still has a working day to come back. */
const GIVE_UP_AFTER_HOURS = 72;

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
    private readonly settings: Settings,
  ) {}

  async process(): Promise<void> {
    const now = this.clock.now();
    const found = (await this.candidates.find(now)).flatMap((one) => findReminders(one, this.settings.mailHours, now));
    if (found.length) await this.note(found, now);
    await this.giveUp(now);
    await this.queue(now);
  }

  private async note(found: readonly FoundReminder[], now: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO reminder (assignment_id, recipient, rule, due_on, due_version, outcome, reason, found_at, goes_at, settled_at)
       SELECT "assignmentId", recipient, rule, "dueOn", "dueVersion", outcome, reason, $2::timestamptz, "goesAt", CASE WHEN outcome = 'skipped' THEN $2 END
       FROM jsonb_to_recordset($1::jsonb)
         AS found("assignmentId" uuid, recipient uuid, rule text, "dueOn" date, "dueVersion" integer, outcome text, reason text,
           "goesAt" timestamptz)
       ON CONFLICT ON CONSTRAINT reminder_key DO NOTHING`,
      [JSON.stringify(found), now],
    );
  }

  private async giveUp(now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE reminder SET outcome = 'failed', reason = 'unreachable', settled_at = $1 WHERE outcome = 'queued' AND goes_at < $2`,
      [now, new Date(now.getTime() - GIVE_UP_AFTER_HOURS * HOUR)],
    );
  }

  /**
   * One job an hour for everybody for whom something waits and whose working day it is: the job's own tries bridge minutes, this bridges a
   * mail server that is away for longer.
   */
  private async queue(now: Date): Promise<void> {
    const waiting: { recipient: string; timeZone: string; goesAt: Date }[] = await this.dataSource.query(
      `SELECT recipient, time_zone AS "timeZone", max(goes_at) AS "goesAt" FROM reminder JOIN account ON account.id = recipient
       WHERE outcome = 'queued' AND goes_at <= $1 GROUP BY recipient, time_zone ORDER BY min(goes_at)`,
      [now],
    );
    for (const { recipient, timeZone, goesAt } of waiting) {
      if (!mayGoOut(this.settings.mailHours, timeZone, now)) continue;
      const hours = Math.floor((now.getTime() - goesAt.getTime()) / HOUR);
      await this.jobs.add(SendReminders, { recipient }, { id: `${SendReminders.name}-${recipient}-${goesAt.getTime()}-${hours}` });
    }
  }
}
