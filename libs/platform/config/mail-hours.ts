const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const FORM = /^([01]\d|2[0-3]):([0-5]\d)-(([01]\d|2[0-3]):([0-5]\d)|24:00) (mon|tue|wed|thu|fri|sat|sun)-(mon|tue|wed|thu|fri|sat|sun)$/;

/** `HH:MM` from (inclusive) and until (exclusive, up to `24:00`), and the days on which mails go out, 1 for Monday to 7 for Sunday. */
export interface MailHours {
  from: string;
  until: string;
  weekdays: number[];
}

/**
 * Reads when mails that can wait may go out: `always`, or hours and days as in `08:00-19:00 mon-fri`. Days may run over the end of the
 * week, as in `sun-thu`.
 * @returns `null` for what can't be read, and for hours that end before they begin
 */
export function readMailHours(text: string): MailHours | 'always' | null {
  if (text === 'always') return 'always';
  if (!FORM.test(text)) return null;
  const [from = '', until = '', first = '', last = ''] = text.split(/[ -]/);
  if (from >= until) return null;
  const begin = WEEKDAYS.indexOf(first);
  const count = ((WEEKDAYS.indexOf(last) - begin + 7) % 7) + 1;
  return { from, until, weekdays: Array.from({ length: count }, (_, index) => ((begin + index) % 7) + 1) };
}
