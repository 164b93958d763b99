import type { Outline, OutlineInstitution, OutlineItem } from './outline';
import { parseReference } from './reference';
import { likeness, trigramsOf } from './similar-text';

/** Parts of an item that an import may change. */
export type ChangedField = 'code' | 'text' | 'section' | 'institutions' | 'instruments';

export interface ChangedItem {
  before: OutlineItem;
  after: OutlineItem;
  fields: ChangedField[];
}

export interface OutlineDifference {
  added: OutlineItem[];
  removed: OutlineItem[];
  changed: ChangedItem[];
  same: { before: OutlineItem; after: OutlineItem }[];
}

/** Texts less alike than this are different recommendations. */
const similar = 0.6;
/** Two items with one code are the same at once if their texts are at least this much alike; a renumbered plan has pairs that are not. */
const related = 0.35;

/**
 * Says what importing a document again would change. Items are paired by code, where their texts are related too, then by the same or
 * a similar text, and last by code alone; each item is paired once, so nothing is ever duplicated and no code comes twice.
 * All lists follow the order of `after`, `removed` that of `before`.
 */
export function compareOutlines(before: Outline, after: Outline): OutlineDifference {
  const pairs = new Pairs(before.items, after.items);
  pairs.match((one, other, alike) => (keyOf(one) !== undefined && keyOf(one) === keyOf(other) && alike() >= related ? alike() : 0));
  pairs.match((one, other) => (one.text === other.text ? 1 : 0));
  pairs.match((_one, _other, alike) => (alike() >= similar ? alike() : 0));
  pairs.match((one, other) => (keyOf(one) !== undefined && keyOf(one) === keyOf(other) ? 1 : 0));
  const difference: OutlineDifference = { added: [], removed: [], changed: [], same: [] };
  for (const item of after.items) {
    const old = pairs.partner(item);
    const fields = old ? changedFields({ outline: before, item: old }, { outline: after, item }) : [];
    if (!old) difference.added.push(item);
    else if (fields.length > 0) difference.changed.push({ before: old, after: item, fields });
    else difference.same.push({ before: old, after: item });
  }
  difference.removed.push(...pairs.left());
  return difference;
}

const keyOf = ({ code }: OutlineItem): string | undefined =>
  code === undefined ? undefined : (parseReference(code)?.key ?? code.toLowerCase());

/** Pairs items one to one, in rounds: within a round the best score goes first. */
class Pairs {
  private readonly partners = new Map<OutlineItem, OutlineItem>();
  private readonly trigrams = new Map<OutlineItem, Set<string>>();
  private open: OutlineItem[];

  constructor(
    before: readonly OutlineItem[],
    private readonly after: readonly OutlineItem[],
  ) {
    this.open = [...before];
  }

  match(score: (one: OutlineItem, other: OutlineItem, alike: () => number) => number): void {
    const waiting = this.after.filter((item) => !this.partners.has(item));
    const found: { one: OutlineItem; other: OutlineItem; points: number }[] = [];
    for (const one of this.open) {
      for (const other of waiting) {
        const points = score(one, other, () => likeness(this.trigramsOf(one), this.trigramsOf(other)));
        if (points > 0) found.push({ one, other, points });
      }
    }
    const taken = new Set<OutlineItem>();
    for (const { one, other } of found.sort((a, b) => b.points - a.points)) {
      if (taken.has(one) || this.partners.has(other)) continue;
      taken.add(one);
      this.partners.set(other, one);
    }
    this.open = this.open.filter((item) => !taken.has(item));
  }

  partner(item: OutlineItem): OutlineItem | undefined {
    return this.partners.get(item);
  }

  left(): OutlineItem[] {
    return this.open;
  }

  private trigramsOf(item: OutlineItem): Set<string> {
    const known = this.trigrams.get(item) ?? trigramsOf(item.text);
    this.trigrams.set(item, known);
    return known;
  }
}

interface Placed {
  outline: Outline;
  item: OutlineItem;
}

function changedFields(before: Placed, after: Placed): ChangedField[] {
  const differs: Record<ChangedField, boolean> = {
    code: before.item.code !== after.item.code,
    text: before.item.text !== after.item.text,
    section: sectionOf(before) !== sectionOf(after),
    institutions: bodiesOf(before.item) !== bodiesOf(after.item),
    instruments: before.item.instruments.join('\n') !== after.item.instruments.join('\n'),
  };
  return (Object.keys(differs) as ChangedField[]).filter((field) => differs[field]);
}

/** The titles around an item: its position may change without its section changing. */
function sectionOf({ outline, item }: Placed): string {
  const around = outline.sections.filter(
    ({ path }) => path.length < item.path.length && path.every((step, index) => step === item.path[index]),
  );
  return around.map(({ title }) => title).join('\n');
}

const bodyName = ({ name, parent, coordinator }: OutlineInstitution): string => `${parent ?? ''}/${name}${coordinator ? '*' : ''}`;
const bodiesOf = ({ institutions }: OutlineItem): string => institutions.map(bodyName).sort().join('\n');
