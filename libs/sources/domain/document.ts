import type { Block, TableRow } from './blocks';
import { Footnotes } from './footnotes';
import { countWords, type WordCounts } from './joined-lines';
import type { Warn } from './outline-warning';
import type { Vocabulary } from './words/vocabulary';

/** What every recogniser works with: the blocks, the words of their language, and what the document itself teaches. */
export interface Document {
  blocks: readonly Block[];
  vocabulary: Vocabulary;
  known: WordCounts;
  footnotes: Footnotes;
  warn: Warn;
}

const textsOf = (block: Block): string[] => (block.kind === 'tableRow' ? block.cells : [block.text]);

export const openDocument = (blocks: readonly Block[], vocabulary: Vocabulary, warn: Warn): Document => ({
  blocks,
  vocabulary,
  known: countWords(blocks.flatMap(textsOf)),
  footnotes: Footnotes.of(blocks),
  warn,
});

export const isRow = (block: Block): block is TableRow => block.kind === 'tableRow';
