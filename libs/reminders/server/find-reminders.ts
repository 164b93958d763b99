import { recipientsOf, remindersDue, ruleName, type SkipReason, silencedReminder } from '@uptake/reminders/domain';
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
}

/** The lines of the ledger that a candidate asks for today: one for every recipient of every rule that has come due. */
export function findReminders(candidate: Candidate): FoundReminder[] {
  const { assignmentId, dueOn, dueVersion, acting } = candidate;
  return rulesOf(candidate).flatMap(({ days, reason }) =>
    recipientsOf(acting, days).map((recipient) => ({
      assignmentId,
      recipient,
      rule: ruleName(days),
      dueOn,
      dueVersion,
      outcome: reason ? 'skipped' : 'queued',
      reason,
    })),
  );
}

function rulesOf(candidate: Candidate): { days: number; reason: SkipReason | null }[] {
  const { answered, reportedOn } = candidate;
  if (answered) {
    const days = reportedOn ? silencedReminder({ ...candidate, reportedOn }) : null;
    return days === null ? [] : [{ days, reason: 'reported' }];
  }
  const { send, overtaken } = remindersDue(candidate);
  const missed = overtaken.map((days) => ({ days, reason: 'overtaken' as const }));
  return send === null ? missed : [...missed, { days: send, reason: null }];
}
