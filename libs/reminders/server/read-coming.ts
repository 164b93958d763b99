import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { addDays } from '@uptake/kernel';
import type { Actor } from '@uptake/people/domain';
import { Clock, Settings } from '@uptake/platform/config';
import { UNANSWERED_DAYS } from '@uptake/recommendations/domain';
import type { ComingReminder, ComingReminders } from '@uptake/reminders/contracts';
import {
  comingEscalations,
  comingReminders,
  EARLIEST_REMINDER_DAYS,
  escalatedTo,
  type MailHours,
  recipientsOf,
  reminderDay,
  ruleName,
} from '@uptake/reminders/domain';
import { CANDIDATES, type Candidate } from './reminder-candidates';
import { chosenSources } from './read-ledger';

const AHEAD_DAYS = 30;
const AT_MOST = 1000;

type Row = Candidate &
  Pick<ComingReminder, 'recommendation' | 'institution'> & {
    names: Record<string, string>;
    /** Recipient and rule of what the ledger has already. */
    found: string[];
  };

/** What will go out in the next thirty days as things stand, found by the same rule as the sweep. */
@Injectable()
export class ReadComing {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * @returns the nearest thousand, in the order in which they go out
   * @throws 404 for a source whose reminders are not the actor's to see
   */
  async list(actor: Actor, source: string | undefined): Promise<ComingReminders> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT candidate.*,
         jsonb_build_object('id', recommendation.id, 'reference', recommendation.reference, 'text', recommendation.text) AS recommendation,
         jsonb_build_object('id', institution.id, 'name', institution.name) AS institution,
         (SELECT coalesce(jsonb_object_agg(id, coalesce(name, email::text)), '{}') FROM account
          WHERE id IN (SELECT (person->>'accountId')::uuid FROM jsonb_array_elements(acting) AS person)) AS names,
         (SELECT coalesce(jsonb_agg(recipient || ' ' || rule), '[]') FROM reminder
          WHERE reminder.assignment_id = assignment.id AND due_version = "dueVersion") AS found
       FROM (${CANDIDATES}) AS candidate
       JOIN assignment ON assignment.id = "assignmentId"
       JOIN recommendation ON recommendation.id = assignment.recommendation_id
       JOIN institution ON institution.id = assignment.institution_id
       WHERE NOT answered AND ($4::uuid[] IS NULL OR "sourceId" = ANY($4))`,
      [this.clock.now(), AHEAD_DAYS + EARLIEST_REMINDER_DAYS, UNANSWERED_DAYS, chosenSources(actor, source)],
    );
    const items = rows
      .flatMap((row) => comingOf(row, this.settings.mailHours))
      .sort((one, other) => order(one).localeCompare(order(other)));
    return { items: items.slice(0, AT_MOST) };
  }
}

function comingOf({ acting, names, found, recommendation, institution, ...candidate }: Row, mailHours: MailHours): ComingReminder[] {
  const { today, dueOn } = candidate;
  const deadline = { ...candidate, mailHours, until: addDays(today, AHEAD_DAYS) };
  const reminders = comingReminders(deadline).map((days) => ({ days, rule: ruleName(days), people: recipientsOf(acting, days) }));
  const escalated = comingEscalations(deadline).map((one) => ({ days: one.days, rule: one.rule, people: escalatedTo(acting, one) }));
  return [...reminders, ...escalated].flatMap(({ days, rule, people }) =>
    people
      .filter(({ accountId }) => !found.includes(`${accountId} ${rule}`))
      .map(({ accountId }) => ({
        on: reminderDay(dueOn, days, mailHours),
        rule,
        recipient: names[accountId] ?? '',
        recommendation,
        institution,
        dueOn,
      })),
  );
}

const order = ({ on, recommendation, recipient }: ComingReminder) => `${on} ${recommendation.reference} ${recipient}`;
