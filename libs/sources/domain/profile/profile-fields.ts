import type { Block } from '../blocks';
import type { Document } from '../document';
import { containsPhrase } from '../words/phrases';
import type { ProfileField, Vocabulary } from '../words/vocabulary';

export interface FieldValue {
  field: ProfileField;
  blocks: Exclude<Block, { kind: 'tableRow' }>[];
  line: number;
}

const longestLabel = 120;
/** So many labels make a form; fewer may be chance. */
const enoughLabels = 4;
/** Longer labels first: "Strategic outcome" also begins with a word that other labels have. */
const order: readonly ProfileField[] = [
  'name',
  'kind',
  'activities',
  'description',
  'investments',
  'comments',
  'subOutcomes',
  'outcomes',
  'region',
];

/** The field whose label a block is; a label may be a question, be followed by a number ("Sub-outcome 3") or end with a colon. */
function labelOf(block: Block, { profile }: Vocabulary): ProfileField | undefined {
  if (block.kind === 'tableRow' || block.kind === 'footnote' || block.kind === 'listItem') return undefined;
  if (block.text.length > longestLabel || block.line !== block.lastLine) return undefined;
  const text = block.text.toLowerCase().replace(/\s*:$/u, '');
  const bare = text.replace(/\s+\d+(?:\.\d+)*$/u, '');
  return order.find((field) =>
    profile[field].some(
      (label) => bare === label || (label.includes(' ') && field !== 'outcomes' && field !== 'subOutcomes' && text.startsWith(label)),
    ),
  );
}

/** Whether a document is the form of an institution. */
export const isProfile = ({ blocks, vocabulary }: Document): boolean =>
  new Set(blocks.map((block) => labelOf(block, vocabulary)).filter((field) => field !== undefined)).size >= enoughLabels &&
  blocks.some(({ kind }) => kind !== 'tableRow') &&
  blocks.some((block) => block.kind !== 'tableRow' && containsPhrase(block.text, vocabulary.profile.name));

/** Gathers what stands under each label. Fields that come several times ("Sub-outcome 3", "Sub-outcome 5") stay apart. */
export function readFields({ blocks, vocabulary }: Document): FieldValue[] {
  const values: FieldValue[] = [];
  for (const block of blocks) {
    const field = labelOf(block, vocabulary);
    if (field) values.push({ field, blocks: [], line: block.line });
    else if (block.kind !== 'tableRow') values.at(-1)?.blocks.push(block);
  }
  return values;
}
