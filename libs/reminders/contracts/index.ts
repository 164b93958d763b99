import * as z from 'zod';

/** `GET /reminders?source=`: the ledger, newest first: what went out, what did not and why. */
export const LedgerQuery = z.object({
  source: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type LedgerQuery = z.infer<typeof LedgerQuery>;
export const ReminderOutcome = z.enum(['queued', 'sent', 'skipped', 'failed']);
export const LedgerEntry = z.object({
  id: z.uuid(),
  recommendation: z.object({ id: z.uuid(), reference: z.string(), text: z.string() }),
  institution: z.object({ id: z.uuid(), name: z.string() }),
  recipient: z.string(),
  rule: z.string(),
  dueOn: z.string(),
  outcome: ReminderOutcome,
  /** Why nothing went out: reported, moved, ended, reassigned, closed, paused, overtaken by a later one; refused, unreachable. */
  reason: z.string().nullable(),
  foundAt: z.string(),
  /** When it may go out at the earliest: not in the recipient's night, not at a weekend, not as the second mail of a day. */
  goesAt: z.string(),
  settledAt: z.string().nullable(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;
export const Ledger = z.object({ items: z.array(LedgerEntry), cursor: z.string().nullable() });
export type Ledger = z.infer<typeof Ledger>;

/** `GET /reminders/coming?source=`: what will go out in the next 30 days as things stand. */
export const ComingQuery = z.object({ source: z.uuid().optional() });
export type ComingQuery = z.infer<typeof ComingQuery>;
export const ComingReminder = z.object({
  on: z.string(),
  rule: z.string(),
  recipient: z.string(),
  recommendation: z.object({ id: z.uuid(), reference: z.string(), text: z.string() }),
  institution: z.object({ id: z.uuid(), name: z.string() }),
  dueOn: z.string(),
});
export type ComingReminder = z.infer<typeof ComingReminder>;
export const ComingReminders = z.object({ items: z.array(ComingReminder) });
export type ComingReminders = z.infer<typeof ComingReminders>;

export const SweepReminders = { name: 'reminders.sweep', schema: z.object({}) };
/** All that waits for one person, as one mail. */
export const SendReminders = { name: 'reminders.send', schema: z.object({ recipient: z.uuid() }) };
