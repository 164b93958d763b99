import { compareReferences, parseReference, repairLookAlikes, shapeOf, type Reference } from '../reference';
import { longestRun } from './longest-run';

export interface CodeCell {
  written: string;
  /** Codes may begin anew in each part, e.g. under each heading. */
  part: number;
}

export interface CodeReading {
  /** The code where the cell begins an item; undefined where it does not fit the sequence. */
  reference?: Reference;
  /** As the product shows it: closed by a dot only where the document does so for most codes of this shape. */
  code?: string;
  /** True where look-alike signs were replaced. */
  repaired?: boolean;
  /** What a stray code would be without its look-alikes. */
  suggestion?: string;
}

/** Below this share of codes in order, numbering is taken to begin anew and order proves nothing. */
const orderly = 0.7;

/**
 * Tells the codes that begin an item from numbers that strayed into their column: the longest increasing run of codes of the
 * document's own shapes is the sequence, and everything beside it is stray. No code is made up.
 */
export function readCodes(cells: readonly CodeCell[]): CodeReading[] {
  const candidates = cells.map(({ written, part }) => {
    const repaired = parseReference(written) ? undefined : repairLookAlikes(written);
    return { part, repaired, reference: parseReference(repaired ?? written) };
  });
  const shapes = usualShapes(candidates.flatMap(({ reference }) => (reference ? [reference] : [])));
  const fitting = candidates.flatMap(({ reference, part }, index) =>
    reference && shapes.has(shapeOf(reference)) ? [{ reference, part, index }] : [],
  );
  const accepted = new Set(sequence(fitting).map(({ index }) => index));
  const closed = shapesClosedByDot(fitting.filter(({ index }) => accepted.has(index)).map(({ reference }) => reference));
  return candidates.map(({ reference, repaired }, index) => {
    const suggestion = repaired === undefined ? {} : { suggestion: repaired };
    if (!reference || !accepted.has(index)) return suggestion;
    const bare = (repaired ?? cells[index]?.written ?? '').trim().replace(/\.$/u, '');
    const code = closed.has(shapeOf(reference)) ? `${bare}.` : bare;
    return { reference, code, ...(repaired === undefined ? {} : { repaired: true }) };
  });
}

interface Fitting {
  reference: Reference;
  part: number;
  index: number;
}

function sequence(fitting: Fitting[]): Fitting[] {
  const inOrder = (some: Fitting[]) =>
    longestRun(some, (a, b) => compareReferences(a.reference, b.reference)).flatMap((index) => some[index] ?? []);
  const whole = inOrder(fitting);
  if (whole.length >= fitting.length * orderly) return whole;
  const parts = [...new Set(fitting.map(({ part }) => part))];
  const apart = parts.flatMap((part) => inOrder(fitting.filter((one) => one.part === part)));
  return apart.length >= fitting.length * orderly ? apart : fitting;
}

/** `n.l` and `n` may live together (18.c beside 9.), `n.l` and `n.n` may not: the rarer of the two is stray. */
function usualShapes(references: Reference[]): Set<string> {
  const counts = new Map<string, number>();
  for (const reference of references) counts.set(shapeOf(reference), (counts.get(shapeOf(reference)) ?? 0) + 1);
  const byLength = new Map<number, [string, number]>();
  for (const [shape, count] of counts) {
    const length = shape.length;
    if (count > (byLength.get(length)?.[1] ?? 0)) byLength.set(length, [shape, count]);
  }
  return new Set([...byLength.values()].map(([shape]) => shape));
}

function shapesClosedByDot(references: Reference[]): Set<string> {
  const balance = new Map<string, number>();
  for (const reference of references) balance.set(shapeOf(reference), (balance.get(shapeOf(reference)) ?? 0) + (reference.dotted ? 1 : -1));
  return new Set([...balance].filter(([, weight]) => weight > 0).map(([shape]) => shape));
}
