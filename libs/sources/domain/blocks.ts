/** Where something stands in the document: lines count from 1, `lastLine` is the last one that belongs to it. */
export interface Place {
  line: number;
  lastLine: number;
}

/**
 * How a reader knew that a line is a heading. `marked`: the format says so (a style, `#`); `upper`: it is set in capitals;
 * `plain`: it is short, stands alone and does not end like a sentence, which may also be a value of a form.
 */
export type HeadingStyle = 'marked' | 'upper' | 'plain';

export interface Heading extends Place {
  kind: 'heading';
  text: string;
  style: HeadingStyle;
  /** Depth that the format gives, from 1; only for `marked`. */
  depth?: number;
}

export interface Paragraph extends Place {
  kind: 'paragraph';
  text: string;
}

export interface ListItem extends Place {
  kind: 'listItem';
  text: string;
  /** The number or letter before the text as written without its bracket or dot: `3`, `3.1`, `b`. */
  number?: string;
  /** 0 for the outermost list. */
  depth: number;
}

/**
 * One row of a table. A merged or carried-down cell is empty on the rows that it covers. A line break inside a cell means that the
 * author began a new line there; a row that a page or column break cut in two arrives as two rows.
 */
export interface TableRow extends Place {
  kind: 'tableRow';
  cells: string[];
}

export interface Footnote extends Place {
  kind: 'footnote';
  /** The number or sign that the text refers by. */
  mark: string;
  text: string;
}

/** What every reader (text, DOCX, XLSX, ...) turns a document into. The recogniser sees nothing else. */
export type Block = Heading | Paragraph | ListItem | TableRow | Footnote;
