import type { Block, Heading, ListItem, Paragraph, TableRow } from '../blocks';
import type { Document } from '../document';
import { endsSentence, startsLowerCase } from '../sentences';
import { parseNamedHeading, type NamedHeading } from '../words/level-names';
import { readHead, type Column } from './columns';

/** A table with the heading and the text before it. */
export interface MatrixPart {
  heading?: { block: Heading; named?: NamedHeading };
  intro: string[];
  columns: readonly Column[];
  rows: TableRow[];
}

/** Whether a document holds a table whose head names a column of items and another one. */
export const hasMatrix = ({ blocks, vocabulary }: Document): boolean =>
  blocks.some((block) => block.kind === 'tableRow' && readHead(block, vocabulary) !== undefined);

/**
 * Cuts a document into its tables. Each goes with the heading above it: the last one that names its level ("Objective 2. ..."), or
 * else the nearest; never the title of the document. Footnotes and page breaks do not end a table; a heading does. The head need not
 * be repeated.
 */
export function readParts(document: Document, title: Block | undefined): MatrixPart[] {
  const reader = new PartReader(document);
  for (const block of document.blocks) {
    if (block === title) continue;
    if (block.kind === 'heading') reader.heading(block);
    else if (block.kind === 'tableRow') reader.row(block);
    else if (block.kind !== 'footnote') reader.text(block);
  }
  return reader.parts.filter(({ rows }) => rows.length > 0);
}

type Text = Heading | Paragraph | ListItem;

class PartReader {
  readonly parts: MatrixPart[] = [];
  private pendingHeading: MatrixPart['heading'];
  private pendingText: Text[] = [];
  private readonly aside: Text[] = [];
  private columns: readonly Column[] | undefined;
  private current: MatrixPart | undefined;

  constructor(private readonly document: Document) {}

  heading(block: Heading): void {
    const named = parseNamedHeading(block.text, this.document.vocabulary);
    if (this.pendingHeading?.named && !named) {
      this.pendingText.push(block);
      return;
    }
    if (this.parts.length > 0) this.putAside();
    else this.pendingText = [];
    this.pendingHeading = { block, ...(named ? { named } : {}) };
  }

  text(block: Paragraph | ListItem): void {
    this.pendingText.push(block);
  }

  row(block: TableRow): void {
    const head = readHead(block, this.document.vocabulary);
    this.columns = head ?? this.columns;
    if (!this.columns) return;
    if (this.goesOn(head !== undefined)) this.putAside();
    else this.open(this.columns);
    this.warnOfTextBetween();
    if (!this.current) return;
    if (head) this.current.columns = head;
    else this.current.rows.push(block);
  }

  /** A heading that names no level, amid the rows of a part that has such a heading, is the running head of a page. */
  private goesOn(atHead: boolean): boolean {
    if (!this.current) return false;
    if (!this.pendingHeading) return true;
    return !atHead && !this.pendingHeading.named && this.current.heading?.named !== undefined;
  }

  private putAside(): void {
    this.aside.push(...(this.pendingHeading ? [this.pendingHeading.block] : []), ...this.pendingText);
    this.pendingHeading = undefined;
    this.pendingText = [];
  }

  /** Only once another row follows: text after the last table is not between items. */
  private warnOfTextBetween(): void {
    for (const { text, line } of this.aside.splice(0)) this.document.warn({ code: 'text-outside-items', line, text });
  }

  private open(columns: readonly Column[]): void {
    const heading = this.pendingHeading;
    // The text before the first table belongs to the document, unless a heading that names its level opens it.
    const intro = this.parts.length === 0 && !heading?.named ? [] : joinBroken(this.pendingText);
    this.current = { ...(heading ? { heading } : {}), intro, columns, rows: [] };
    this.parts.push(this.current);
    this.pendingHeading = undefined;
    this.pendingText = [];
  }
}

/** Joins paragraphs that a page break or a footnote cut in two. */
function joinBroken(paragraphs: readonly Text[]): string[] {
  const whole: string[] = [];
  let closed = true;
  for (const { text, kind } of paragraphs) {
    const before = whole.at(-1);
    const broken = before !== undefined && !closed && kind === 'paragraph' && !endsSentence(before) && !before.endsWith(':');
    closed = kind !== 'paragraph';
    if (broken && (startsLowerCase(text) || /\p{L}$/u.test(before))) whole[whole.length - 1] = `${before} ${text}`;
    else whole.push(text);
  }
  return whole;
}
