import type { LocalDate } from '@uptake/kernel';
import { type MailHours, reminderDay } from './mail-hours';
import { type Acting, eachOnce, recipientsOf } from './recipients';
import type { OpenDeadline } from './reminders-due';

/** Somebody who hears of a report that stays out. */
export interface Escalation {
  /** The name under which the ledger keeps it. */
  rule: `${'approver' | 'coordinator'}-${number}`;
  role: 'approver' | 'coordinator';
  /** From the due date. */
  days: number;
}

/**
 * Who hears of a report that stays out, besides the focal point and the deputy who owe it.
 * Source: the reminder policy of Uptake (docs/reminders.md).
 */
export const escalations: readonly Escalation[] = [
  { rule: 'approver-14', role: 'approver', days: 14 },
  { rule: 'coordinator-14', role: 'coordinator', days: 14 },
  { rule: 'coordinator-30', role: 'coordinator', days: 30 },
];

/** @param rule a name in the ledger */
export const isEscalation = (rule: string): boolean => escalations.some((escalation) => escalation.rule === rule);

/** To whom an escalation goes: those of its role, except whoever is asked for the report anyway. */
export function escalatedTo<Person extends Acting>(people: readonly Person[], { role, days }: Escalation): Person[] {
  const asked = recipientsOf(people, days).map(({ accountId }) => accountId);
  return eachOnce(people.filter((person) => person.role === role && !asked.includes(person.accountId)));
}

/**
 * The escalations that have come due by `today`, the latest of each role to go out. What would have come before the assignment, or before a
 * report, is nobody's omission.
 */
export function escalationsDue(deadline: OpenDeadline & { today: LocalDate }): { escalation: Escalation; overtaken: boolean }[] {
  const come = escalations.filter((escalation) => {
    const day = dayOf(escalation, deadline);
    return day <= deadline.today && isOmission(day, deadline);
  });
  return come.map((escalation) => ({
    escalation,
    overtaken: come.some(({ role, days }) => role === escalation.role && days > escalation.days),
  }));
}

/** The escalations whose day lies from `today` to `until`, as things stand. */
export const comingEscalations = (deadline: OpenDeadline & { today: LocalDate; until: LocalDate }): Escalation[] =>
  escalations.filter((escalation) => {
    const day = dayOf(escalation, deadline);
    return day >= deadline.today && day <= deadline.until && isOmission(day, deadline);
  });

const dayOf = ({ days }: Escalation, { dueOn, mailHours }: { dueOn: LocalDate; mailHours: MailHours }): LocalDate =>
  reminderDay(dueOn, days, mailHours);

const isOmission = (day: LocalDate, { assignedOn, reportedOn }: OpenDeadline): boolean =>
  (!assignedOn || day >= assignedOn) && (!reportedOn || day > reportedOn);
