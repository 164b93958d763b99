import type { Block, Heading, Paragraph } from './blocks';
import { splitSentences } from './sentences';
import { containsPhrase } from './words/phrases';
import type { Vocabulary } from './words/vocabulary';

/** Titles are looked for before the text begins, among this many blocks. */
const searched = 12;
const longestTitle = 400;

/**
 * Finds the title: what the format marks as such; else the first line before the text that says what the document is ("action plan",
 * "recommendations"), so that letterheads and notes of translators are passed over; else the first heading.
 */
export function findTitle(blocks: readonly Block[], { titles }: Vocabulary): Heading | Paragraph | undefined {
  const marked = blocks.find((block): block is Heading => block.kind === 'heading' && block.style === 'marked' && block.depth === 1);
  if (marked) return marked;
  const candidates: (Heading | Paragraph)[] = [];
  for (const block of blocks.slice(0, searched)) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') break;
    const isText =
      block.kind === 'paragraph' && (block.text.length > longestTitle || splitSentences(block.text).length > 1 || block.text.endsWith(':'));
    if (isText) break;
    candidates.push(block);
  }
  const telling = candidates.find(({ text }) => containsPhrase(text, [...titles.plan, ...titles.workshop]));
  return telling ?? candidates.find(({ kind }) => kind === 'heading') ?? candidates[0];
}

/** A title without the full stop that some documents close it with. */
export const titleText = (text: string): string => text.replace(/(?<![.\s])\.$/u, '').trim();
