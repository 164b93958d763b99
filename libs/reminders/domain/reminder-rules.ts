import type { Frequency } from '@uptake/assignments/domain';

const BEFORE: Record<Frequency, readonly number[]> = {
  once: [-30, -14, -7, -1, 0],
  yearly: [-30, -14, -7, -1, 0],
  half_yearly: [-30, -14, -7, -1, 0],
  quarterly: [-14, -7, -1, 0],
  monthly: [-5, -1, 0],
};

/** Six, then nothing more: from then on the page says that no update was received. */
const AFTER = [3, 7, 14, 21, 28, 35];

/** No reminder goes out more days before its due date than this: 30, and six more where only one day of a week is a working day. */
export const EARLIEST_REMINDER_DAYS = 36;

/**
 * When reminders go out, as days from the due date, in order: negative ones before it, 0 on the day.
 * Source: the reminder policy of Uptake (docs/field.md), so that a reminder stays an exception and never becomes a daily mail.
 */
export const reminderDays = (frequency: Frequency): readonly number[] => [...BEFORE[frequency], ...AFTER];

/** The name under which the ledger keeps a rule: `before-30`, `on-day`, `after-3`. */
export const ruleName = (days: number): string => (days === 0 ? 'on-day' : `${days < 0 ? 'before' : 'after'}-${Math.abs(days)}`);

/** The days from the due date that a rule's name stands for, an escalation's too. */
export function daysOfRule(rule: string): number {
  const [side, days] = rule.split('-');
  if (side === 'on') return 0;
  return side === 'before' ? -Number(days) : Number(days);
}
