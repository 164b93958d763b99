import { daysBetween, type LocalDate } from '@uptake/kernel';
import { REPORT_LINK_DAYS } from '@uptake/progress/domain';
import type { Letter, LetterPart } from '@uptake/platform/mail';
import { dateInWords, sentence, spokenLanguage } from '@uptake/platform/words';
import type { ReminderToSend } from './reminders-to-send';

/** A reminder with its own signed link. */
type Entry = ReminderToSend & { url: string };

/**
 * All reminders of one person as one letter: what is due, when, in the reader's language and way of writing dates, the nearest date first,
 * and for each report the one button that opens its form.
 * @param entries at least one; all to the same person
 */
export function remindersLetter(entries: readonly Entry[]): Letter {
  const [first, ...others] = [...entries].sort((one, other) => orderOf(one).localeCompare(orderOf(other)));
  if (!first) throw new Error('A letter needs something to remind of');
  const language = spokenLanguage(first.language);
  const say = (key: string, more: Record<string, string | number>) => sentence(language, `reminders.mail.${key}`, more);
  const facts = factsOf(first, language);
  const count = entries.length;
  const opening = others.length ? { subject: say('subject.several', { count }), title: say('title.several', { count }) } : undefined;
  return {
    language,
    subject: opening?.subject ?? say(`subject.${standingOf(first)}`, facts),
    title: opening?.title ?? say(`title.${standingOf(first)}`, facts),
    parts: [
      ...byDate([first, ...others]).flatMap((group) => partsOf(group, language)),
      { kind: 'text', text: say('link', { linkDays: REPORT_LINK_DAYS, count }) },
    ],
    footer: say('footer', { address: first.email, institution: listOf([first, ...others], language) }),
  };
}

/** What is due on one day: when that is, and each report that is asked for. */
function partsOf(group: readonly Entry[], language: string): LetterPart[] {
  const [first] = group;
  if (!first) return [];
  const say = (key: string, entry: Entry) => sentence(language, `reminders.mail.${key}`, factsOf(entry, language));
  return [
    { kind: 'text', text: say(`when.${standingOf(first)}`, first) },
    ...group.flatMap((entry): LetterPart[] => [
      { kind: 'quote', label: [entry.reference, entry.institution, entry.sourceTitle].join(' · '), text: entry.text },
      { kind: 'action', text: say('action', entry), url: entry.url },
    ]),
  ];
}

function byDate(entries: readonly Entry[]): Entry[][] {
  const groups = new Map<LocalDate, Entry[]>();
  for (const entry of entries) groups.set(entry.dueOn, [...(groups.get(entry.dueOn) ?? []), entry]);
  return [...groups.values()];
}

function standingOf({ today, dueOn }: Entry): 'ahead' | 'today' | 'late' {
  const days = daysBetween(today, dueOn);
  return days > 0 ? 'ahead' : days === 0 ? 'today' : 'late';
}

const factsOf = ({ institution, reference, today, dueOn }: Entry, language: string) => ({
  institution,
  reference,
  date: dateInWords(language, dueOn),
  days: Math.abs(daysBetween(today, dueOn)),
});

const listOf = (entries: readonly Entry[], language: string): string =>
  new Intl.ListFormat(language).format(new Set(entries.map(({ institution }) => institution)));

const orderOf = ({ dueOn, reference }: Entry): string => `${dueOn} ${reference}`;
