import {
  type Acting,
  escalatedTo,
  escalationsDue,
  heldUntil,
  type MailHours,
  recipientsOf,
  remindersDue,
  ruleName,
  type SkipReason,
  silencedReminder,
} from '@uptake/reminders/domain';
import type { Candidate } from './reminder-candidates';

/** What the sweep writes into the ledger, unless it stands there. */
export interface FoundReminder {
  assignmentId: string;
  recipient: string;
  rule: string;
  dueOn: string;
  dueVersion: number;
  outcome: 'queued' | 'skipped';
  reason: SkipReason | null;
  /** Not before; held for the recipient's morning where it must be. */
  goesAt: Date;
}

/** The lines of the ledger that a candidate asks for at `now`: one for every recipient of every rule that has come due. */
export function findReminders(candidate: Candidate, mailHours: MailHours, now: Date): FoundReminder[] {
  const { assignmentId, dueOn, dueVersion, acting } = candidate;
  return rulesOf(candidate, mailHours).flatMap(({ rule, reason, recipients }) =>
    recipients(acting).map(({ accountId, timeZone }) => ({
      assignmentId,
      recipient: accountId,
      rule,
      dueOn,
      dueVersion,
      outcome: reason ? 'skipped' : 'queued',
      reason,
      goesAt: heldUntil(mailHours, timeZone, now),
    })),
  );
}

interface RuleFound {
  rule: string;
  reason: SkipReason | null;
  recipients<Person extends Acting>(people: readonly Person[]): Person[];
}

function rulesOf(candidate: Candidate, mailHours: MailHours): RuleFound[] {
  const { answered, reportedOn } = candidate;
  if (answered) {
    const days = reportedOn ? silencedReminder({ ...candidate, mailHours, reportedOn }) : null;
    return days === null ? [] : [reminder(days, 'reported')];
  }
  const { send, overtaken } = remindersDue({ ...candidate, mailHours });
  const escalated = escalationsDue({ ...candidate, mailHours }).map(({ escalation, overtaken: reached }): RuleFound => ({
    rule: escalation.rule,
    reason: reached ? 'overtaken' : null,
    recipients: (people) => escalatedTo(people, escalation),
  }));
  return [...overtaken.map((days) => reminder(days, 'overtaken')), ...(send === null ? [] : [reminder(send, null)]), ...escalated];
}

const reminder = (days: number, reason: SkipReason | null): RuleFound => ({
  rule: ruleName(days),
  reason,
  recipients: (people) => recipientsOf(people, days),
});
