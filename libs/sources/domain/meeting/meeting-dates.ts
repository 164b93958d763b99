import { alternatives } from '../words/phrases';

export interface MeetingDates {
  /** YYYY-MM-DD */
  starts: string;
  /** YYYY-MM-DD; the same day for a meeting of one day. */
  ends: string;
  /** Where the dates stand in the text. */
  index: number;
  length: number;
}

const isoDate = (year: string, month: number, day: string): string => `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

const isDay = (date: string): boolean => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lengths = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
};

/**
 * Finds the days of a meeting: "April 22-23, 2015", "22-23 April 2015", "30 April to 2 May 2015", "2015-04-22".
 * @param months the twelve names in order, lower-case
 */
export function findDates(text: string, months: readonly string[]): MeetingDates | undefined {
  const name = `(${alternatives(months)})`;
  const day = '(\\d{1,2})(?:st|nd|rd|th|er)?';
  const to = '\\s*(?:-|–|—|to|and|until|à|au|et|tot|en|al?|y|إلى|و)\\s*';
  const of = '\\s*(?:of\\s+|de\\s+)?';
  const readings: [RegExp, (m: string[]) => [string, string]][] = [
    [
      new RegExp(`${day}${of}${name}${to}${day}${of}${name},?\\s*(?:de\\s+)?(\\d{4})`, 'iu'),
      ([, a = '', b = '', c = '', d = '', year = '']) => [isoDate(year, monthOf(b, months), a), isoDate(year, monthOf(d, months), c)],
    ],
    [
      new RegExp(`${name}\\s+${day}${to}${name}\\s+${day},?\\s*(\\d{4})`, 'iu'),
      ([, a = '', b = '', c = '', d = '', year = '']) => [isoDate(year, monthOf(a, months), b), isoDate(year, monthOf(c, months), d)],
    ],
    [
      new RegExp(`${day}${to}${day}${of}${name},?\\s*(?:de\\s+)?(\\d{4})`, 'iu'),
      ([, a = '', b = '', c = '', year = '']) => [isoDate(year, monthOf(c, months), a), isoDate(year, monthOf(c, months), b)],
    ],
    [
      new RegExp(`${name}\\s+${day}${to}${day},?\\s*(\\d{4})`, 'iu'),
      ([, a = '', b = '', c = '', year = '']) => [isoDate(year, monthOf(a, months), b), isoDate(year, monthOf(a, months), c)],
    ],
    [
      new RegExp(`${day}${of}${name},?\\s*(?:de\\s+)?(\\d{4})`, 'iu'),
      ([, a = '', b = '', year = '']) => twice(isoDate(year, monthOf(b, months), a)),
    ],
    [new RegExp(`${name}\\s+${day},?\\s*(\\d{4})`, 'iu'), ([, a = '', b = '', year = '']) => twice(isoDate(year, monthOf(a, months), b))],
    [/(\d{4})-(\d{2})-(\d{2})/u, ([, year = '', month = '', a = '']) => twice(isoDate(year, Number(month), a))],
  ];
  for (const [pattern, read] of readings) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [starts, ends] = read([...match]);
    if (isDay(starts) && isDay(ends) && starts <= ends) return { starts, ends, index: match.index, length: match[0].length };
  }
  return undefined;
}

const twice = (date: string): [string, string] => [date, date];
const monthOf = (name: string, months: readonly string[]): number => months.indexOf(name.toLowerCase()) + 1;
