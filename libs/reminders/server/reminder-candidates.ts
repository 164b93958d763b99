import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Frequency } from '@uptake/assignments/domain';
import type { LocalDate } from '@uptake/kernel';
import { UNANSWERED_DAYS } from '@uptake/recommendations/domain';
import { type Acting, EARLIEST_REMINDER_DAYS } from '@uptake/reminders/domain';

/** A due date near enough to be reminded of, with the people who act for the institution and the source. Days are those of the source's time zone. */
export interface Candidate {
  assignmentId: string;
  frequency: Frequency;
  dueOn: LocalDate;
  dueVersion: number;
  /** Whether a report has answered this very date; it is then only noted why nothing goes out. */
  answered: boolean;
  today: LocalDate;
  assignedOn: LocalDate;
  reportedOn: LocalDate | null;
  acting: (Acting & { timeZone: string })[];
}

/**
 * Every due date around `$1` (an instant) that the rules have something to say about: from `$2` days ahead to `$3` days late. An assignment
 * has the date that is due now, and beside it the one that its last report answered and moved on from.
 */
export const CANDIDATES = `
  SELECT assignment.id AS "assignmentId", assignment.source_id AS "sourceId", assignment.frequency, due.day::text AS "dueOn",
    due.version AS "dueVersion", due.answered, here.today::text AS today,
    (assignment.created_at AT TIME ZONE source.time_zone)::date::text AS "assignedOn",
    (assignment.reported_at AT TIME ZONE source.time_zone)::date::text AS "reportedOn", people.acting
  FROM assignment
  JOIN source ON source.id = assignment.source_id AND source.withdrawn_at IS NULL AND NOT source.reminders_paused
  JOIN recommendation ON recommendation.id = assignment.recommendation_id AND recommendation.lifecycle = 'adopted'
  CROSS JOIN LATERAL (SELECT ($1::timestamptz AT TIME ZONE source.time_zone)::date AS today) AS here
  CROSS JOIN LATERAL (
    SELECT assignment.due_on AS day, assignment.due_version AS version,
      assignment.answered_version IS NOT DISTINCT FROM assignment.due_version AS answered
    UNION ALL
    (SELECT due_on, assignment.answered_version, true FROM status_update
     WHERE status_update.assignment_id = assignment.id AND due_on IS NOT NULL AND assignment.answered_version < assignment.due_version
     ORDER BY at DESC LIMIT 1)
  ) AS due
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('accountId', membership.account_id, 'role', role,
      'timeZone', account.time_zone)), '[]') AS acting
    FROM membership JOIN account ON account.id = membership.account_id AND account.email IS NOT NULL
    WHERE (scope = 'institution' AND scope_id = assignment.institution_id OR scope = 'source' AND scope_id = assignment.source_id)
      AND role IN ('focal_point', 'deputy', 'approver', 'coordinator')
      AND since <= $1 AND (until IS NULL OR until > $1)
  ) AS people
  WHERE assignment.ended_at IS NULL AND assignment.part <> 'consulted'
    AND due.day BETWEEN here.today - $3::integer AND here.today + $2::integer
    AND (due.answered OR deadline_standing(assignment, here.today) IN ('ahead', 'overdue'))`;

@Injectable()
export class ReminderCandidates {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All of them, in one query. */
  find(now: Date): Promise<Candidate[]> {
    return this.dataSource.query(CANDIDATES, [now, EARLIEST_REMINDER_DAYS, UNANSWERED_DAYS]);
  }
}
