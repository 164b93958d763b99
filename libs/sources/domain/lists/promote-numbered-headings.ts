import type { Block, ListItem } from '../blocks';
import { endsSentence } from '../sentences';

const longestHeading = 120;

/**
 * Numbered lines such as "1. Training" that each stand over a list of their own are headings, not items. The number stays in the text.
 */
export function promoteNumberedHeadings(blocks: readonly Block[]): Block[] {
  const promoted = new Set<Block>();
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    if (block.kind === 'listItem' && next?.kind === 'listItem' && standsOver(block, next)) promoted.add(block);
  });
  // One numbered line over bullets is an item with a list of its own; a document that is built so has several.
  if (promoted.size < 2) return [...blocks];
  return blocks.map((block) => (block.kind === 'listItem' && promoted.has(block) ? asHeading(block) : block));
}

function standsOver(upper: ListItem, lower: ListItem): boolean {
  const short = upper.text.length <= longestHeading && !endsSentence(upper.text) && !/[;,]$/u.test(upper.text);
  const otherList = lower.number === undefined || kindOfNumber(lower.number) !== kindOfNumber(upper.number ?? '');
  return upper.number !== undefined && short && otherList && upper.depth <= lower.depth;
}

const kindOfNumber = (number: string): string => number.replace(/[a-z]+/gu, 'L').replace(/\d+/gu, 'N');

const asHeading = ({ text, number, line, lastLine }: ListItem): Block => ({
  kind: 'heading',
  style: 'upper',
  text: `${number}. ${text.replace(/\s*:$/u, '')}`,
  line,
  lastLine,
});
