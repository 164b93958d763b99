import type { Reference } from '../reference';
import type { AlignedRow } from './aligned-rows';
import type { CodeReading } from './code-sequence';
import type { CellLine } from './repeated-lines';

/** A row with what its cell of codes was found to be. */
export interface CodedRow extends AlignedRow {
  written: string;
  reading: CodeReading;
}

/** An item while its rows are gathered. */
export interface ItemDraft {
  rows: CodedRow[];
  reference?: Reference;
  code?: string;
  writtenCode?: string;
}

/** A section while the lines of its title are gathered. */
export interface SectionDraft {
  lines: CellLine[];
  line: number;
  /** The part of the codes that its items share: `18` for 18.a, 18.b. */
  group?: string;
  sections: SectionDraft[];
  items: ItemDraft[];
}

export const newSection = (line: number, group?: string): SectionDraft => ({
  lines: [],
  line,
  ...(group === undefined ? {} : { group }),
  sections: [],
  items: [],
});
