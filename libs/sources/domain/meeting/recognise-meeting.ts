import type { Document } from '../document';
import type { MeetingField, OutlineWarningParameters } from '../outline-warning';
import type { OutlineMeeting } from '../outline';
import { splitSentences } from '../sentences';
import { alternatives, anyPhrase } from '../words/phrases';
import type { Vocabulary } from '../words/vocabulary';
import { findDates } from './meeting-dates';
import { splitNames } from './name-lists';

interface Sentence {
  text: string;
  line: number;
}

/**
 * Reads what the text before the recommendations says about the meeting. What is not said stays empty and becomes a warning that asks.
 * @param until line of the first section; only text above it is read
 */
export function recogniseMeeting({ blocks, vocabulary, warn }: Document, until: number): OutlineMeeting {
  const sentences = blocks
    .filter(({ kind, line }) => (kind === 'paragraph' || kind === 'heading') && line < until)
    .flatMap((block) => (block.kind === 'tableRow' ? [] : splitSentences(block.text).map((text) => ({ text, line: block.line }))));
  const organised = readOrganised(sentences, vocabulary);
  const meeting: OutlineMeeting = {
    ...organised,
    ...optional('funder', readFunder(sentences, vocabulary)),
    ...readParticipants(sentences, vocabulary),
    contributions: readContributions(sentences, vocabulary),
  };
  const missing: [OutlineWarningParameters['meeting-field-missing']['field'], boolean][] = [
    ['organisers', meeting.organisers.length === 0],
    ['dates', meeting.starts === undefined],
    ['place', meeting.place === undefined],
    ['funder', meeting.funder === undefined],
    ['countries', meeting.countries.length === 0],
    ['participants', meeting.participants === undefined],
    ['contributions', meeting.contributions.length === 0],
  ];
  for (const [field, isMissing] of missing)
    if (isMissing) warn({ code: 'meeting-field-missing', line: 1, field: field satisfies MeetingField });
  return meeting;
}

const optional = <Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, string>>;

const quoted = /["“«„]([^"”»]{5,})["”»]/u;

/** "A, in partnership with B and C, organised the “...” in Place on dates", or "... was organised by A and B". */
function readOrganised(
  sentences: readonly Sentence[],
  { meeting, months }: Vocabulary,
): Pick<OutlineMeeting, 'name' | 'organisers' | 'starts' | 'ends' | 'place'> {
  const verb = anyPhrase(meeting.organised);
  const candidates = sentences.filter(({ text }) => verb.test(text));
  const sentence = candidates.find(({ text }) => findDates(text, months)) ?? candidates[0];
  if (!sentence) {
    const dated = sentences.map(({ text }) => findDates(text, months)).find((dates) => dates !== undefined);
    return { organisers: [], ...(dated ? { starts: dated.starts, ends: dated.ends } : {}) };
  }
  const { text } = sentence;
  const match = verb.exec(text);
  const [before, after] = [text.slice(0, match?.index ?? 0), text.slice((match?.index ?? 0) + (match?.[0].length ?? 0))];
  const passive = new RegExp(`^\\s+(?:${alternatives(meeting.by)})\\s+(.+)$`, 'iu').exec(after);
  const dates = findDates(text, months);
  const place = dates ? readPlace(text.slice(0, dates.index), meeting) : undefined;
  const actors = passive?.[1] ? cutAt(passive[1], place, dates ? text.slice(dates.index) : undefined, meeting) : before;
  return {
    ...optional('name', quoted.exec(text)?.[1]?.trim()),
    organisers: readOrganisers(actors, meeting),
    ...(dates ? { starts: dates.starts, ends: dates.ends } : {}),
    ...optional('place', place),
  };
}

/** What stands before the place and the dates: "A and B in Place from 3 to 5 March 2024". */
function cutAt(text: string, place: string | undefined, fromDates: string | undefined, words: Vocabulary['meeting']): string {
  const beforeDates = fromDates === undefined ? text : text.slice(0, Math.max(0, text.length - fromDates.length));
  const tail = place ? `,?\\s+(?:${alternatives(words.in)})\\s+${alternatives([place])}.*$` : `\\s+(?:${alternatives(words.on)})?\\s*$`;
  return beforeDates.replace(new RegExp(tail, 'iu'), '').replace(/[.\s]+$/u, '');
}

function readOrganisers(text: string, meeting: Vocabulary['meeting']): string[] {
  const [left = '', ...partners] = text.replace(/[,\s]+$/u, '').split(new RegExp(`[,\\s]+(?:${alternatives(meeting.partners)})\\s+`, 'iu'));
  const own = partners.length > 0 || /[;]/u.test(left) ? afterLeadingClause(left, meeting) : left;
  return [own, ...partners]
    .flatMap((part) => splitNames(afterLeadingClause(part, meeting), meeting))
    .filter((name) => /^\p{Lu}|^\p{Lo}/u.test(name));
}

/** Drops everything up to the last comma or semicolon before which no name in capitals stands alone. */
function afterLeadingClause(text: string, { articles }: Vocabulary['meeting']): string {
  const pieces = text.split(/[,;]\s+/u);
  const article = new RegExp(`^(?:${alternatives(articles)})\\s+\\p{Lu}`, 'u');
  const isActor = (piece: string) => article.test(piece) || /^(?:\p{Lu}|\p{Lo})/u.test(piece);
  const [first = '', ...others] = pieces;
  if (others.length === 0) return text;
  const startsWithClause = !isShortName(first) && others.some(isActor);
  return (startsWithClause ? others : pieces).filter(isActor).join(', ');
}

/** A clause such as "With the end goal of achieving ..." is longer than a name or holds mostly small words. */
function isShortName(text: string): boolean {
  const words = text.split(/\s+/u);
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return small <= words.length / 2;
}

function readPlace(beforeDates: string, { in: inWords, on }: Vocabulary['meeting']): string | undefined {
  const text = beforeDates.replace(new RegExp(`[,\\s]+(?:${alternatives(on)})?\\s*$`, 'iu'), '');
  const match = new RegExp(`(?:^|\\s)(?:${alternatives(inWords)})\\s+((?:\\p{Lu}|\\p{Lo})[^"”»;()]*?)$`, 'u').exec(text.slice(-80));
  return match?.[1]?.trim();
}

function readFunder(sentences: readonly Sentence[], { meeting }: Vocabulary): string | undefined {
  const pattern = new RegExp(`(?:${alternatives(meeting.funded)})\\s+(.+)$`, 'iu');
  for (const { text } of sentences) {
    const match = pattern.exec(text);
    if (match?.[1]) return match[1].replace(/[.\s]+$/u, '').replace(new RegExp(`^(?:${alternatives(meeting.articles)})\\s+`, 'iu'), '');
  }
  return undefined;
}

/** "35 representatives ... from A, B and C participated in the workshop." */
function readParticipants(sentences: readonly Sentence[], { meeting }: Vocabulary): Pick<OutlineMeeting, 'participants' | 'countries'> {
  const counted = new RegExp(`(\\d{1,5})\\s+(?:\\p{Ll}+\\s+){0,2}(?:${alternatives(meeting.participants)})(?![\\p{L}])`, 'iu');
  const found = sentences.find(({ text }) => counted.test(text));
  if (!found) return { countries: [] };
  const participants = Number(counted.exec(found.text)?.[1]);
  const attended = anyPhrase(meeting.attended).exec(found.text);
  const who = attended && attended.index > 10 ? found.text.slice(0, attended.index) : found.text;
  const froms = [
    ...who.matchAll(
      new RegExp(`\\s(?:${alternatives(meeting.from)})\\s+(?=(?:${alternatives(meeting.articles)})?\\s*(?:\\p{Lu}|\\p{Lo}))`, 'gu'),
    ),
  ];
  const last = froms.at(-1);
  const countries = last ? splitNames(who.slice(last.index + last[0].length), meeting) : [];
  const closing = new RegExp(`\\s(?:${alternatives(meeting.in)})\\s+(?:${alternatives(meeting.articles)})\\s.*$`, 'iu');
  const named = countries.map((name) => name.replace(closing, '')).filter((name) => /^(?:\p{Lu}|\p{Lo})/u.test(name));
  return { participants, countries: named };
}

function readContributions(sentences: readonly Sentence[], { meeting }: Vocabulary): string[] {
  const pattern = new RegExp(`(?:${alternatives(meeting.contributions)})\\s+(.+)$`, 'iu');
  for (const { text } of sentences) {
    const match = pattern.exec(text);
    if (match?.[1]) return splitNames(match[1].replace(/[:.\s]+$/u, ''), meeting);
  }
  return [];
}
