/**
 * What may be wrong in a document, with what its sentence needs. The sentences stand in `languages/<language>/sources-warnings.json`
 * under the same codes. A parameter that may be missing is `none` then, which the sentence can tell apart.
 */
export interface OutlineWarningParameters {
  /** Look-alike signs in a code were replaced; the repaired code fits between its neighbours. */
  'code-repaired': { written: string; reference: string };
  /** A code is dotted unlike the others and was written like them. */
  'code-normalised': { written: string; reference: string };
  /** A number in the column of codes that fits no sequence; its row was joined to the item before. */
  'stray-code': { written: string; item: string; suggestion: string };
  /** Two items in what looked like one: the second has no code, and one is missing between its neighbours. */
  'item-without-code': { after: string; before: string; missing: string };
  /** A code is missing between two others, and no item was found for it. */
  'code-missing': { after: string; before: string };
  'code-twice': { reference: string; other: number };
  'item-without-text': { item: string };
  'item-without-institutions': { item: string };
  'item-without-instruments': { item: string };
  /** A line that repeats the one before it, or a damaged copy of it; `kept` stands in the item. */
  'repeated-line': { dropped: string; kept: string };
  /** Two lines are nearly the same, and it is not clear that one is a copy. Both were kept. */
  'similar-lines': { first: string; second: string };
  /** A sign or fragment that belongs to no cell. */
  'stray-text': { text: string; item: string };
  /** What stands in the column of institutions is not a name. */
  'unreadable-institution': { text: string; item: string };
  /** A cell may hold several names that nothing in the document tells apart. */
  'institutions-unclear': { text: string; item: string };
  'institution-twice': { name: string; item: string };
  /** The same name is written in two ways; the first one is used. */
  'name-spelled-differently': { written: string; name: string };
  /** A word broken by a hyphen and a space was closed up. */
  'word-closed': { written: string; repaired: string };
  /** Rows have fewer cells than the head of the table: the columns named were taken to be carried down. */
  'columns-left-out': { columns: string; rows: number };
  'extra-cells': { text: string; item: string };
  'section-without-title': { section: string };
  'section-without-items': { title: string };
  'items-without-section': { count: number };
  /** Text between the rows of a table or after an item that belongs to none. */
  'text-outside-items': { text: string };
  /** Text broken by a page or a gap was joined. */
  'joined-over-gap': { text: string };
  'nested-list-joined': { count: number };
  /** A list before the recommendations, or under a heading such as "Participants", was not taken. */
  'list-left-out': { count: number; title: string };
  'paragraphs-taken-as-items': { count: number };
  'numbers-restart': { count: number };
  'table-without-head': { rows: number };
  'footnote-missing': { mark: string; item: string };
  'footnote-unused': { mark: string };
  'title-not-found': Record<never, never>;
  'language-uncertain': { language: string };
  'nothing-recognised': Record<never, never>;
  'meeting-field-missing': { field: MeetingField };
  /** A title is cut off in the list; the comment on it holds the whole text. */
  'text-cut-off': { reference: string; whole: string };
  'outcome-without-comment': { reference: string };
  'comment-without-outcome': { reference: string };
  'profile-field-missing': { field: string };
}

export type MeetingField = 'organisers' | 'dates' | 'place' | 'funder' | 'countries' | 'participants' | 'contributions';

export type OutlineWarningCode = keyof OutlineWarningParameters;

/** One warning: its code, the line that it is about, and the parameters of its sentence beside them. */
export type OutlineWarning = {
  [Code in OutlineWarningCode]: { code: Code; line: number } & OutlineWarningParameters[Code];
}[OutlineWarningCode];

/** Takes a warning while a document is read. */
export type Warn = (warning: OutlineWarning) => void;
