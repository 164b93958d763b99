import {
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
  return rulesOf(candidate, mailHours).flatMap(({ days, reason }) =>
    recipientsOf(acting, days).map(({ accountId, timeZone }) => ({
      assignmentId,
      recipient: accountId,
      rule: ruleName(days),
      dueOn,
      dueVersion,
      outcome: reason ? 'skipped' : 'queued',
      reason,
      goesAt: heldUntil(mailHours, timeZone, now),
    })),
  );
}

function rulesOf(candidate: Candidate, mailHours: MailHours): { days: number; reason: SkipReason | null }[] {
  const { answered, reportedOn } = candidate;
  if (answered) {
    const days = reportedOn ? silencedReminder({ ...candidate, mailHours, reportedOn }) : null;
    return days === null ? [] : [{ days, reason: 'reported' }];
  }
  const { send, overtaken } = remindersDue({ ...candidate, mailHours });
  const missed = overtaken.map((days) => ({ days, reason: 'overtaken' as const }));
  return send === null ? missed : [...missed, { days: send, reason: null }];
}
