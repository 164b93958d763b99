/** Languages that documents may be recognised in. */
export type DocumentLanguage = 'en' | 'fr' | 'nl' | 'es' | 'ar';

/** What a column of a matrix holds; `other` is kept beside the item under the column's own name. */
export type ColumnRole = 'code' | 'section' | 'item' | 'instruments' | 'institutions' | 'other';

/** Names of fields on the form of an institution. */
export type ProfileField =
  'name' | 'kind' | 'description' | 'activities' | 'outcomes' | 'subOutcomes' | 'investments' | 'comments' | 'region';

/**
 * The generic words that tell what a part of a document is, in one language. Lower-case; phrases are matched as whole words.
 * It holds no name of a body, person or document: those are learned from the document itself.
 */
export interface Vocabulary {
  language: DocumentLanguage;
  /** Frequent small words, for telling the language. */
  stopWords: readonly string[];
  months: readonly string[];
  /** Names of levels, each with the plural forms that headings use: the key is what the product shows for one. */
  levels: Readonly<Record<string, readonly string[]>>;
  /** Words that stand in the head of a column. */
  columns: Readonly<Record<Exclude<ColumnRole, 'other'>, readonly string[]>>;
  /** Names of the two levels where a document does not name them. */
  themes: { section: string; item: string };
  outcomes: { section: string; item: string };
  /** Words in the title of a document of this kind. */
  titles: { workshop: readonly string[]; plan: readonly string[] };
  /** Headings whose lists are not recommendations. */
  preamble: readonly string[];
  /** Words of the sentence that announces the recommendations. */
  announcing: readonly string[];
  /** Words after which a name or a phrase goes on. */
  connecting: readonly string[];
  /** Marks in brackets after the name of the body that coordinates. */
  coordinating: readonly string[];
  /** Labels before the bodies responsible at the end of an item: "Responsible: ...". */
  responsible: readonly string[];
  meeting: MeetingWords;
  profile: Readonly<Record<ProfileField, readonly string[]>>;
  /** Labels of the comments on an outcome and on a sub-outcome of a profile. */
  outcomeLabels: { outcome: readonly string[]; subOutcome: readonly string[] };
}

export interface MeetingWords {
  organised: readonly string[];
  by: readonly string[];
  partners: readonly string[];
  and: readonly string[];
  articles: readonly string[];
  from: readonly string[];
  in: readonly string[];
  on: readonly string[];
  participants: readonly string[];
  attended: readonly string[];
  /** Names of countries that have an "and" of their own. */
  whole: readonly string[];
  funded: readonly string[];
  contributions: readonly string[];
}
