import { type Outline, type OutlineItem, type OutlineWarning, setCode } from '@uptake/sources/domain';

export interface PlacedWarning {
  /** Its place in the outline's list, by which it is settled. */
  index: number;
  warning: OutlineWarning;
  fix: Fix | undefined;
}

/** What a warning proposes: one press, and it is done. */
export interface Fix {
  words: 'nameIt' | 'writeAs';
  values: Record<string, string>;
  /** The proposal is to go back to what the document says, not forward: a person must mean it, so no key does it. */
  back: boolean;
  apply(outline: Outline): Outline;
}

export interface WarningPlaces {
  /** By the item's place in the outline. */
  ofItem: ReadonlyMap<number, PlacedWarning[]>;
  /** About no item: the title, the text around. */
  elsewhere: PlacedWarning[];
  open: number;
}

/** A warning this many lines after an item still speaks about it. */
const NEAR = 2;

/** Puts each warning that is not settled at the item whose lines it is about. */
export function placeWarnings({ items, warnings }: Outline, settled: ReadonlySet<number>): WarningPlaces {
  const ofItem = new Map<number, PlacedWarning[]>();
  const elsewhere: PlacedWarning[] = [];
  warnings.forEach((warning, index) => {
    if (settled.has(index)) return;
    const at = itemAt(items, warning.line);
    const item = items[at];
    const placed = { index, warning, fix: item && fixOf(warning, item, items) };
    if (item) ofItem.set(at, [...(ofItem.get(at) ?? []), placed]);
    else elsewhere.push(placed);
  });
  return { ofItem, elsewhere, open: warnings.filter((_, index) => !settled.has(index)).length };
}

/** The last item that has the line, as a row may hold two; otherwise the one that ends just before it. */
function itemAt(items: readonly OutlineItem[], line: number): number {
  const having = items.findLastIndex((item) => item.line <= line && line <= item.lastLine);
  return having >= 0 ? having : items.findLastIndex((item) => item.lastLine < line && line <= item.lastLine + NEAR);
}

function fixOf(warning: OutlineWarning, item: OutlineItem, items: readonly OutlineItem[]): Fix | undefined {
  const isFree = (code: string) => code !== '' && items.every((other) => other.code !== code);
  const rename = (words: Fix['words'], values: Record<string, string>, code: string, back = false): Fix => ({
    ...{ words, values, back },
    apply: (outline) => setCode(outline, item.path, code),
  });
  if (warning.code === 'item-without-code' && !item.code && isFree(warning.missing)) {
    return rename('nameIt', { reference: warning.missing }, warning.missing);
  }
  if (warning.code === 'stray-code' && !item.code && isFree(warning.suggestion)) {
    return rename('nameIt', { reference: warning.suggestion }, warning.suggestion);
  }
  if (warning.code === 'code-repaired' && item.code !== warning.written) {
    return rename('writeAs', { written: warning.written }, warning.written, true);
  }
  return undefined;
}

/** What the sentence of a warning needs; the sentences ask for `none` where the recogniser leaves a parameter empty. */
export const sentenceValues = (warning: OutlineWarning): Record<string, unknown> =>
  Object.fromEntries(Object.entries(warning).map(([name, value]) => [name, value === '' ? 'none' : value]));
