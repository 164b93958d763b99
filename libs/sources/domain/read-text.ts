import type { Block, Footnote, Heading, ListItem, Paragraph, TableRow } from './blocks';
import { fromSuperscript } from './footnote-marks';
import { countWords, joinLines, type WordCounts } from './joined-lines';
import { endsSentence, splitSentences } from './sentences';

interface SourceLine {
  text: string;
  line: number;
}

const bullet = /^(\s*)[-•*–—▪●○◦‣⁃·+]\s+(.*)$/u;
const numbered = /^(\s*)\(?(\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})[.)]\s+(.*)$/u;
const dotted = /^(\s*)(\d{1,3}(?:\.\d{1,3})+)\s+(\p{Lu}.*)$/u;
const footnoteStart = /^\s*(?:\[\^(\d{1,3})\]:|\$\s*\^\s*\{[\s^{]*(\d{1,3})[\s}]*\$|\^\{?(\d{1,3})\}?|([⁰¹²³⁴-⁹]{1,3}))\s*(?=\S)/u;
const headingLimit = 160;
/** A heading goes on in another line only if it filled this one: the narrowest column that plain text is wrapped to. */
const wrappedLine = 50;

/**
 * Reads plain text into blocks: bullets, numbered lists, rows with tabs, headings, footnotes, wrapped lines.
 * Understands a byte order mark, CRLF, no-break spaces and Markdown headings.
 */
export function readText(source: string): Block[] {
  const lines = linesOf(source);
  const known = countWords(lines.map(({ text }) => text));
  const blocks: Block[] = [];
  let inTable = false;
  for (let at = 0; at < lines.length;) {
    const first = lines[at];
    if (!first || first.text.trim() === '') {
      at += 1;
      continue;
    }
    if (isRow(first.text, inTable)) {
      blocks.push(readRow(first));
      inTable = true;
      at += 1;
      continue;
    }
    const group = groupFrom(lines, at);
    const read = readGroup(group, known);
    blocks.push(...read);
    inTable = inTable && read.every(({ kind }) => kind === 'footnote');
    at += group.length;
  }
  return blocks;
}

/**
 * Spaces of every kind become one kind, several after a word become one, and what is not seen (soft hyphens, zero-width signs) goes;
 * line numbers stay.
 */
function linesOf(source: string): SourceLine[] {
  const visible = source
    .replace(/^\uFEFF/u, '')
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000\f\v]/gu, ' ')
    .replace(/(?<=\S) {2,}/gu, ' ');
  return visible.split(/\r\n|\n|\r/u).map((text, index) => ({ text: text.trimEnd() === '' ? '' : text, line: index + 1 }));
}

/** Outside a table leading tabs indent; inside one they are empty cells. */
function isRow(text: string, inTable: boolean): boolean {
  if (inTable) return text.includes('\t');
  if (!text.trim().includes('\t')) return false;
  const marker = /^\s*(?:[-•*–—▪●○◦‣⁃·+]|\(?[\da-z]{1,3}[.)])\t(?!.*\t)/u.test(text);
  return !marker;
}

function readRow({ text, line }: SourceLine): TableRow {
  return { kind: 'tableRow', cells: text.split('\t').map((cell) => cell.trim()), line, lastLine: line };
}

const isListStart = (text: string): boolean => bullet.test(text) || numbered.test(text) || dotted.test(text);
const isMarkdownHeading = (text: string): boolean => /^#{1,6}\s+\S/u.test(text);
const isFootnoteStart = (text: string): boolean => footnoteStart.test(text);

/** Lines that belong together: up to an empty line, a row, or the beginning of another list item, heading or footnote. */
function groupFrom(lines: SourceLine[], start: number): SourceLine[] {
  const group: SourceLine[] = [];
  for (let at = start; at < lines.length; at += 1) {
    const current = lines[at];
    if (!current || current.text.trim() === '') break;
    const begins = isListStart(current.text) || isMarkdownHeading(current.text) || isFootnoteStart(current.text);
    const row = current.text.trim().includes('\t') && isRow(current.text, false);
    if (group.length > 0 && (begins || row)) break;
    group.push(current);
    if (isMarkdownHeading(current.text)) break;
  }
  return group;
}

function readGroup(group: SourceLine[], known: WordCounts): Block[] {
  const first = group[0];
  if (!first) return [];
  if (isFootnoteStart(first.text)) return readFootnotes(group, known);
  if (isMarkdownHeading(first.text)) return [markdownHeading(first)];
  if (isListStart(first.text)) return [readListItem(group, known)];
  return readProse(group, known);
}

const placeOf = (group: SourceLine[]) => ({ line: group[0]?.line ?? 1, lastLine: group.at(-1)?.line ?? 1 });

function markdownHeading({ text, line }: SourceLine): Heading {
  const match = /^(#{1,6})\s+(.*?)\s*#*\s*$/u.exec(text);
  return { kind: 'heading', style: 'marked', depth: match?.[1]?.length ?? 1, text: match?.[2] ?? text, line, lastLine: line };
}

function readListItem(group: SourceLine[], known: WordCounts): ListItem {
  const [first = { text: '', line: 1 }, ...wrapped] = group;
  let indent = '';
  let text = first.text;
  let number: string | undefined;
  const bulleted = bullet.exec(text);
  if (bulleted) [indent, text] = [bulleted[1] ?? '', bulleted[2] ?? ''];
  const counted = numbered.exec(text) ?? dotted.exec(text);
  if (counted) {
    indent = bulleted ? indent : (counted[1] ?? '');
    [number, text] = [counted[2], counted[3] ?? ''];
  }
  const depth = Math.floor(indent.replace(/\t/gu, '    ').length / 2);
  const whole = joinLines([text, ...wrapped.map((line) => line.text)], known);
  return { kind: 'listItem', text: whole, ...(number === undefined ? {} : { number }), depth, ...placeOf(group) };
}

/** A page's footnotes may stand on one line: the next number, in superscript after a sentence, begins another one. */
function readFootnotes(group: SourceLine[], known: WordCounts): Footnote[] {
  const text = joinLines(
    group.map((line) => line.text),
    known,
  );
  const start = footnoteStart.exec(text);
  if (!start) return [];
  const mark = fromSuperscript(start[1] ?? start[2] ?? start[3] ?? start[4] ?? '');
  const notes: Footnote[] = [];
  let current = mark;
  let rest = text.slice(start[0].length);
  for (;;) {
    const next = nextFootnote(rest, Number(current) + 1);
    notes.push({ kind: 'footnote', mark: current, text: (next ? rest.slice(0, next.at) : rest).trim(), ...placeOf(group) });
    if (!next) return notes;
    rest = rest.slice(next.from);
    current = next.mark;
  }
}

function nextFootnote(text: string, expected: number): { at: number; from: number; mark: string } | undefined {
  for (const match of text.matchAll(/(?<=[.!?)”"])\s+([⁰¹²³⁴-⁹]{1,3})\s*(?=\S)/gu)) {
    const mark = fromSuperscript(match[1] ?? '');
    if (Number(mark) === expected) return { at: match.index, from: match.index + match[0].length, mark };
  }
  return undefined;
}

const isUpperCase = (text: string): boolean => (text.match(/\p{Lu}/gu)?.length ?? 0) >= 3 && !/\p{Ll}/u.test(text);

/** Short lines that stand alone and do not end like a sentence are headings; so are lines in capitals before a text. */
function readProse(group: SourceLine[], known: WordCounts): Block[] {
  let capitals = group.findIndex(({ text }) => !isUpperCase(text));
  if (capitals < 0) capitals = group.length;
  const blocks: Block[] = [];
  if (capitals > 0) {
    const heading = joinLines(
      group.slice(0, capitals).map((line) => line.text),
      known,
    );
    if (heading.length <= headingLimit && !/[;,]$/u.test(heading)) {
      blocks.push({ kind: 'heading', style: 'upper', text: heading.replace(/\s*:$/u, ''), ...placeOf(group.slice(0, capitals)) });
      group = group.slice(capitals);
    }
  }
  if (group.length === 0) return blocks;
  const text = joinLines(
    group.map((line) => line.text),
    known,
  );
  return [...blocks, proseBlock(text, group)];
}

/** Whether a sentence ends inside the text; the dot of a number ("Goal 2. Rescue") ends none. */
const holdsSentence = (text: string): boolean => splitSentences(text.replace(/\b\d{1,3}\.\s/gu, '')).length > 1;

function proseBlock(text: string, group: SourceLine[]): Heading | Paragraph {
  const place = placeOf(group);
  const bold = /^\*\*(.+?)\*\*:?$|^__(.+?)__:?$/u.exec(text);
  if (bold) return { kind: 'heading', style: 'marked', depth: 3, text: bold[1] ?? bold[2] ?? text, ...place };
  const words = text.split(/\s+/u).length;
  const announces = text.endsWith(':') && words <= 6;
  const full = group.slice(0, -1).every((line) => line.text.trim().length >= wrappedLine);
  const alone = full && text.length <= headingLimit && /\p{L}/u.test(text);
  const plain = alone && !holdsSentence(text) && (announces || (!endsSentence(text) && !/[;:,]$/u.test(text)));
  if (plain) return { kind: 'heading', style: 'plain', text: text.replace(/\s*:$/u, ''), ...place };
  return { kind: 'paragraph', text, ...place };
}
