import type { OutlineWarning } from './outline-warning';
import type { DocumentLanguage } from './words/vocabulary';

/** What a document is: the outcome of a workshop, a plan of action, or one institution's profile. */
export type OutlineKind = 'workshop' | 'plan' | 'institution';

/**
 * Where a section or item stands: its position among its siblings from 1, after those of the sections around it. In
 * [2, 7, 3] the third child of the seventh child of the second section. Sections of a section come before its own items.
 */
export type OutlinePath = readonly number[];

export interface OutlineSection {
  path: OutlinePath;
  code?: string;
  title: string;
  /** Items in it and in the sections below it. */
  count: number;
  line: number;
  /** Text between the heading and the first item; paragraphs are parted by an empty line. */
  intro?: string;
  footnotes?: string[];
}

export interface OutlineInstitution {
  name: string;
  /** The body that it is a part of, as the document writes it ("Interior-Federal Police"). */
  parent?: string;
  coordinator?: boolean;
}

export interface OutlineItem {
  path: OutlinePath;
  /** Absent where the document gives none: a code is never made up. */
  code?: string;
  /** The code as the document writes it, where it was repaired. */
  writtenCode?: string;
  text: string;
  institutions: OutlineInstitution[];
  instruments: string[];
  footnotes?: string[];
  /** What an institution says about it; profiles only. */
  comment?: string;
  /** Cells of columns that the outline has no field for. */
  notes?: { column: string; text: string }[];
  line: number;
  lastLine: number;
}

/** What the text before the recommendations says about the meeting; dates as YYYY-MM-DD. */
export interface OutlineMeeting {
  name?: string;
  organisers: string[];
  starts?: string;
  ends?: string;
  place?: string;
  funder?: string;
  countries: string[];
  participants?: number;
  contributions: string[];
}

export interface OutlineOutcome {
  code: string;
  title: string;
  comment?: string;
  line: number;
}

export interface OutlineProfile {
  name: string;
  kind?: string;
  description?: string;
  activities?: string;
  outcomes: OutlineOutcome[];
  subOutcomes: OutlineOutcome[];
  investments: string[];
  region?: string;
}

export interface OutlineFootnote {
  mark: string;
  text: string;
  line: number;
}

/** What the recogniser makes of a document, for a person to check before anything is written. */
export interface Outline {
  title: string;
  language: DocumentLanguage;
  kind: OutlineKind;
  /** The document's own names of its levels, outermost first; the last one names the items. */
  levels: string[];
  sections: OutlineSection[];
  items: OutlineItem[];
  footnotes: OutlineFootnote[];
  meeting?: OutlineMeeting;
  institution?: OutlineProfile;
  warnings: OutlineWarning[];
}
