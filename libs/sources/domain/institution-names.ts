import { KnownNames } from './known-names';
import type { OutlineInstitution } from './outline';
import { anyPhrase, patternFrom } from './words/phrases';
import type { Vocabulary } from './words/vocabulary';

/** Names learned from a document. */
export interface NameBook {
  names: KnownNames;
  /** Parts of bodies, as `parent/part`. */
  parts: KnownNames;
  /** Lower-case names that never stand alone in a cell: they were learned from what is left beside other names. */
  guessed: ReadonlySet<string>;
}

export interface NameReading {
  institutions: OutlineInstitution[];
  /** Pieces that are no names. */
  unreadable: string[];
  /** Pieces that may hold several names, or whose parts rest on a guess. */
  unclear: string[];
  /** Names written unlike before: [as written, as first met]. */
  respelled: [string, string][];
}

type NameWords = Pick<Vocabulary, 'connecting' | 'coordinating'>;

const separators = /\s*[,;\n•]\s*/u;

/**
 * Joins lines of a cell where a name runs over: after "for", "of", a slash or a hyphen; where the next line goes on in lower case
 * after a name that is not met alone elsewhere; and where both lines together are met more often than the first one alone.
 * @param alone how often a line is a whole cell or line in the document, by its lower-case form
 */
export function joinNameLines(lines: readonly string[], alone: ReadonlyMap<string, number>, { connecting }: NameWords): string[] {
  const hanging = patternFrom(connecting, 'hanging', () => {
    const words = connecting.map((word) => word.replace(/[^\p{L}]/gu, '')).filter((word) => word !== '');
    return new RegExp(`(?:[-/&,]|\\s(?:${words.join('|')}))$`, 'iu');
  });
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before === undefined) {
      joined.push(line);
      continue;
    }
    const whole = /[-/]$/u.test(before) ? before + line : `${before} ${line}`;
    const times = (text: string) => alone.get(text.toLowerCase()) ?? 0;
    const hangs = hanging.test(before) && /\p{L}/u.test(line);
    const goesOn = /^\p{Ll}{2}/u.test(line) && times(before) < 2;
    if (hangs || goesOn || times(whole) > times(before)) joined[joined.length - 1] = whole;
    else joined.push(line);
  }
  return joined;
}

const longestName = 1000;

/** Letters make a name, at least two, and it does not begin in lower case where the script has capitals. */
const isName = (text: string): boolean => text.length <= longestName && (text.match(/\p{L}/gu)?.length ?? 0) >= 2 && !/^\p{Ll}/u.test(text);

const coordinatorMark = ({ coordinating }: NameWords): RegExp =>
  patternFrom(coordinating, 'mark', () => {
    const inside = '[^()[\\]]{0,60}';
    return new RegExp(`\\s?[([]${inside}${anyPhrase(coordinating).source}${inside}[)\\]]`, 'giu');
  });

/** A name that a damaged cell holds twice teaches one name. */
const sameTwice = /^(.+?)\s+\1$/u;

const piecesOf = (text: string): string[] =>
  text
    .split(separators)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/**
 * Learns the names that a document uses from the lines of its institution cells: what stands alone and is not made of other names is
 * a name. No name is known beforehand.
 */
export function learnNames(lines: readonly string[], words: NameWords): NameBook {
  const book = { names: new KnownNames(), parts: new KnownNames(), guessed: new Set<string>() };
  const mark = coordinatorMark(words);
  const pieces = lines.flatMap((line) => piecesOf(line.replace(mark, '\n')));
  const all = pieces.map((piece) => piece.replace(sameTwice, '$1')).filter(isName);
  const open: string[] = [];
  for (const piece of simplestFirst(all)) {
    if (book.names.segment(piece)) continue;
    if (restBesideName(piece, book.names, words)) open.push(piece);
    else book.names.add(piece);
  }
  learnRests(open, book, words);
  for (const piece of open.filter((one) => !book.names.segment(one))) guess(piece, book);
  for (const { written, children } of all.flatMap((piece) => book.names.segment(piece) ?? [])) {
    for (const child of children) book.parts.add(partKey(written, child));
  }
  return book;
}

const partKey = (parent: string, part: string): string => `${parent.toLowerCase()}/${part}`;

function simplestFirst(pieces: readonly string[]): string[] {
  const words = (text: string) => text.split(/\s+/u).length;
  const firstSpellings = new Map<string, string>();
  for (const piece of pieces) if (!firstSpellings.has(piece.toLowerCase())) firstSpellings.set(piece.toLowerCase(), piece);
  return [...firstSpellings.values()].sort((a, b) => Number(a.includes('-')) - Number(b.includes('-')) || words(a) - words(b));
}

/** What remains of a piece that begins or ends with a known name, if the rest could be a name too. */
function restBesideName(piece: string, names: KnownNames, { connecting }: NameWords): string | undefined {
  const tokens = piece.split(/\s+/u);
  for (let cut = 1; cut < tokens.length; cut += 1) {
    const [left, right] = [tokens.slice(0, cut).join(' '), tokens.slice(cut).join(' ')];
    const hangs = [tokens[cut - 1], tokens[cut]].some((token) => connecting.includes(token?.toLowerCase() ?? ''));
    if (hangs || !isName(right)) continue;
    if (names.segment(left)) return right;
    if (names.segment(right)) return left;
  }
  return undefined;
}

function guess(name: string, book: { names: KnownNames; guessed: Set<string> }): void {
  book.names.add(name);
  book.guessed.add(name.toLowerCase());
}

/** What is left beside known names in two or more different cells is a name as well, though a guessed one. */
function learnRests(open: string[], book: { names: KnownNames; guessed: Set<string> }, words: NameWords): void {
  const cells = new Map<string, string[]>();
  for (const piece of open) {
    const rest = restBesideName(piece, book.names, words);
    if (rest) cells.set(rest.toLowerCase(), [...(cells.get(rest.toLowerCase()) ?? []), rest]);
  }
  for (const rests of cells.values()) if (rests.length > 1 && rests[0]) guess(rests[0], book);
}

/** Reads one line of a cell into institutions, in the order written. */
export function readNames(line: string, book: NameBook, words: NameWords): NameReading {
  const reading: NameReading = { institutions: [], unreadable: [], unclear: [], respelled: [] };
  let from = 0;
  for (const match of line.matchAll(coordinatorMark(words))) {
    readPieces(line.slice(from, match.index), book, reading);
    const last = reading.institutions.at(-1);
    if (last) last.coordinator = true;
    from = match.index + match[0].length;
  }
  readPieces(line.slice(from), book, reading);
  return reading;
}

function readPieces(text: string, book: NameBook, reading: NameReading): void {
  for (const piece of piecesOf(text)) {
    if (!isName(piece)) {
      reading.unreadable.push(piece);
      continue;
    }
    const segments = book.names.segment(piece);
    if (!segments || segments.some(({ written }) => book.guessed.has(written.toLowerCase()))) reading.unclear.push(piece);
    for (const { written, children } of segments ?? [{ written: piece, children: [] }]) addBody(written, children, book, reading);
  }
}

function addBody(written: string, children: string[], book: NameBook, reading: NameReading): void {
  const name = book.names.spelling(written) ?? written;
  if (name !== written) reading.respelled.push([written, name]);
  if (children.length === 0) reading.institutions.push({ name });
  for (const child of children) {
    const part = book.parts.spelling(partKey(written, child))?.slice(written.length + 1) ?? child;
    if (part !== child) reading.respelled.push([child, part]);
    reading.institutions.push({ name: part, parent: name });
  }
}

/** Whether a text is made of known names alone. */
export const isMadeOfNames = (text: string, { names }: NameBook): boolean => text.trim() !== '' && names.segment(text) !== undefined;
