import { daysBetween, type LocalDate } from '@uptake/kernel';
import { REPORT_LINK_DAYS } from '@uptake/progress/domain';
import type { Letter, LetterPart } from '@uptake/platform/mail';
import { dateInWords, sentence, spokenLanguage } from '@uptake/platform/words';
import { isEscalation } from '@uptake/reminders/domain';
import type { ReminderToSend } from './reminders-to-send';

/** A reminder with its own link: to the form of a report that is asked for, to the page of one that others owe. */
type Entry = ReminderToSend & { url: string };
type Facts = Record<string, string | number>;
type Say = (key: string, facts?: Facts) => string;

/**
 * All reminders of one person as one letter, in the reader's language and way of writing dates: first the reports that the reader is asked
 * for, then those that others owe; the nearest date first, and for each report one button.
 * @param entries at least one; all to the same person
 */
export function remindersLetter(entries: readonly Entry[]): Letter {
  const sorted = [...entries].sort((one, other) => orderOf(one).localeCompare(orderOf(other)));
  const asked = sorted.filter(({ rule }) => !isEscalation(rule));
  const missing = sorted.filter(({ rule }) => isEscalation(rule));
  const leading = asked.length ? asked : missing;
  const [first] = leading;
  if (!first) throw new Error('A letter needs something to remind of');
  const language = spokenLanguage(first.language);
  const say: Say = (key, facts) => sentence(language, `reminders.mail.${key}`, facts);
  const occasion = occasionOf(leading);
  const facts = { ...factsOf(first, language), count: leading.length };
  const institution = new Intl.ListFormat(language).format(new Set(asked.map((entry) => entry.institution)));
  return {
    language,
    subject: say(`subject.${occasion}`, facts),
    title: say(`title.${occasion}`, facts),
    parts: [...askedParts(asked, say, language), ...missingParts(missing, say, language)],
    footer: asked.length ? say('footer', { address: first.email, institution }) : say('footerMissing', { address: first.email }),
  };
}

function askedParts(entries: readonly Entry[], say: Say, language: string): LetterPart[] {
  if (!entries.length) return [];
  const parts = byDate(entries).flatMap(([first, ...others]) => [
    { kind: 'text' as const, text: say(`when.${standingOf(first)}`, factsOf(first, language)) },
    ...[first, ...others].flatMap((entry) => reportParts(entry, say('action', factsOf(entry, language)))),
  ]);
  return [...parts, { kind: 'text', text: say('link', { linkDays: REPORT_LINK_DAYS, count: entries.length }) }];
}

function missingParts(entries: readonly Entry[], say: Say, language: string): LetterPart[] {
  if (!entries.length) return [];
  const parts = byDate(entries).flatMap(([first, ...others]) => [
    { kind: 'text' as const, text: say('when.missing', factsOf(first, language)) },
    ...[first, ...others].flatMap((entry) => reportParts(entry, say('actionMissing', factsOf(entry, language)))),
  ]);
  return [...parts, { kind: 'text', text: say('noteMissing') }];
}

const reportParts = ({ reference, institution, sourceTitle, text, url }: Entry, action: string): LetterPart[] => [
  { kind: 'quote', label: [reference, institution, sourceTitle].join(' · '), text },
  { kind: 'action', text: action, url },
];

function byDate(entries: readonly Entry[]): [Entry, ...Entry[]][] {
  const groups = new Map<LocalDate, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const group = groups.get(entry.dueOn);
    if (group) group.push(entry);
    else groups.set(entry.dueOn, [entry]);
  }
  return [...groups.values()];
}

function occasionOf([first, ...others]: readonly Entry[]): string {
  if (!first) return 'several';
  if (isEscalation(first.rule)) return others.length ? 'severalMissing' : 'missing';
  return others.length ? 'several' : standingOf(first);
}

function standingOf({ today, dueOn }: Entry): 'ahead' | 'today' | 'late' {
  const days = daysBetween(today, dueOn);
  return days > 0 ? 'ahead' : days === 0 ? 'today' : 'late';
}

const factsOf = ({ institution, reference, today, dueOn }: Entry, language: string): Facts => ({
  institution,
  reference,
  date: dateInWords(language, dueOn),
  days: Math.abs(daysBetween(today, dueOn)),
});

const orderOf = ({ dueOn, reference }: Entry): string => `${dueOn} ${reference}`;
