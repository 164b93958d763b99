import { daysBetween } from '@uptake/kernel';
import { REPORT_LINK_DAYS } from '@uptake/progress/domain';
import type { Letter } from '@uptake/platform/mail';
import { dateInWords, sentence, spokenLanguage } from '@uptake/platform/words';
import type { ReminderToSend } from './reminder-to-send';

/**
 * A reminder as a letter: what is due, when, in the reader's language and way of writing dates, and the one button that opens the form.
 * @param url the signed link
 */
export function reminderLetter(reminder: ReminderToSend, url: string): Letter {
  const { institution, reference, sourceTitle, text, email } = reminder;
  const language = spokenLanguage(reminder.language);
  const days = daysBetween(reminder.today, reminder.dueOn);
  const standing = days > 0 ? 'ahead' : days === 0 ? 'today' : 'late';
  const facts = { institution, reference, date: dateInWords(language, reminder.dueOn), days: Math.abs(days) };
  const say = (key: string, more = {}) => sentence(language, `reminders.mail.${key}`, { ...facts, ...more });
  return {
    language,
    subject: say(`subject.${standing}`),
    title: say(`title.${standing}`),
    parts: [
      { kind: 'text', text: say(`when.${standing}`) },
      { kind: 'quote', label: `${reference} · ${sourceTitle}`, text },
      { kind: 'action', text: say('action'), url },
      { kind: 'text', text: say('link', { linkDays: REPORT_LINK_DAYS }) },
    ],
    footer: say('footer', { address: email }),
  };
}
