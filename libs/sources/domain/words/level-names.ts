import type { Vocabulary } from './vocabulary';
import { alternatives, patternFrom } from './phrases';

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();

/** The name of one thing of a level as the product shows it: "LINES OF ACTION" > "Line of action". Unknown names keep their words. */
export function levelName(written: string, { levels }: Vocabulary): string {
  const word = written.trim().toLowerCase();
  const known = Object.entries(levels).find(([, forms]) => forms.includes(word));
  return known ? known[0] : sentenceCase(written.trim());
}

export interface NamedHeading {
  level: string;
  number: string;
  title: string;
}

/**
 * Reads a heading that names its own level and number: "OBJECTIVE 1. Title", "Goal 2: Title", "Pillar III - Title".
 * @returns undefined for a sentence that merely begins so ("Objective 3 outlines ...")
 */
export function parseNamedHeading(text: string, vocabulary: Vocabulary): NamedHeading | undefined {
  const forms = () => alternatives(Object.values(vocabulary.levels).flat());
  const number = '(?:n[°ºr]\\.?\\s*)?(\\d{1,3}(?:\\.\\d{1,3})*|[IVXLC]+|[A-Z](?=\\s*[.:–—-]))';
  const pattern = patternFrom(vocabulary.levels, 'heading', () => new RegExp(`^(${forms()})\\s+${number}(?:\\s*[.:–—-]\\s*(.*))?$`, 'iu'));
  const match = pattern.exec(text.trim());
  if (!match?.[1] || !match[2]) return undefined;
  return { level: levelName(match[1], vocabulary), number: match[2], title: match[3]?.trim() ?? '' };
}
