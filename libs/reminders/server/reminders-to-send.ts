import { Injectable } from '@nestjs/common';
import { Clock } from '@uptake/platform/config';
import type { Tx } from '@uptake/platform/database';
import type { StandingNow } from '@uptake/reminders/domain';

/** A queued reminder with everything that the recheck and the mail need, as it stands at this moment. */
export interface ReminderToSend extends StandingNow {
  id: string;
  rule: string;
  recommendationId: string;
  assignmentId: string;
  recipient: string;
  dueOn: string;
  /** Today in the time zone of the source. */
  today: string;
  email: string;
  language: string;
  /** Where the recipient lives. */
  timeZone: string;
  /** When the recipient last got a mail with reminders. */
  lastMailAt: Date | null;
  institution: string;
  reference: string;
  text: string;
  sourceTitle: string;
}

@Injectable()
export class RemindersToSend {
  constructor(private readonly clock: Clock) {}

  /** @returns all that wait for somebody and need not wait any longer */
  read(tx: Tx, recipient: string): Promise<ReminderToSend[]> {
    return tx.query(
      `SELECT reminder.id, reminder.rule, recommendation.id AS "recommendationId", assignment.id AS "assignmentId", reminder.recipient, reminder.due_on::text AS "dueOn",
         ($2::timestamptz AT TIME ZONE source.time_zone)::date::text AS today,
         account.email::text AS email, account.language, account.time_zone AS "timeZone",
         (SELECT max(settled_at) FROM reminder AS mailed WHERE mailed.recipient = $1 AND mailed.outcome = 'sent') AS "lastMailAt", institution.name AS institution,
         recommendation.reference, recommendation.text, source.title AS "sourceTitle",
         reminder.due_version AS "remindedVersion", assignment.due_version AS "dueVersion", assignment.answered_version AS "answeredVersion",
         assignment.part, assignment.implementation, assignment.verification, recommendation.lifecycle,
         assignment.ended_at IS NOT NULL AS "assignmentEnded",
         source.withdrawn_at IS NOT NULL AS "sourceWithdrawn", source.reminders_paused AS "sourcePaused",
         EXISTS (SELECT FROM membership WHERE account_id = reminder.recipient
           AND CASE split_part(reminder.rule, '-', 1)
             WHEN 'coordinator' THEN scope = 'source' AND scope_id = assignment.source_id AND role = 'coordinator'
             WHEN 'approver' THEN scope = 'institution' AND scope_id = assignment.institution_id AND role = 'approver'
             ELSE scope = 'institution' AND scope_id = assignment.institution_id AND role IN ('focal_point', 'deputy') END
           AND since <= $2 AND (until IS NULL OR until > $2)) AS "recipientActs",
         EXISTS (SELECT FROM reminder AS later WHERE later.assignment_id = reminder.assignment_id AND later.recipient = reminder.recipient
           AND later.due_version = reminder.due_version AND later.found_at > reminder.found_at
           AND later.outcome IN ('queued', 'sent')) AS "laterFound"
       FROM reminder
       JOIN assignment ON assignment.id = reminder.assignment_id
       JOIN recommendation ON recommendation.id = assignment.recommendation_id
       JOIN source ON source.id = assignment.source_id
       JOIN institution ON institution.id = assignment.institution_id
       JOIN account ON account.id = reminder.recipient
       WHERE reminder.recipient = $1 AND reminder.outcome = 'queued' AND reminder.goes_at <= $2`,
      [recipient, this.clock.now()],
    );
  }
}
