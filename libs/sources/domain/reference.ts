/** A code as it orders and compares: `18.c` is [18, 'c'], `9.` is [9], `GNWP15-12` is ['gnwp', 15, 12]. */
export interface Reference {
  parts: (number | string)[];
  /** Equal for codes that mean the same, however they are dotted: `9.` and `9`, `4.b.` and `4.b`. */
  key: string;
  /** Whether a dot closes it. */
  dotted: boolean;
}

const tree = /^(?:\d{1,4}|[A-Za-z])(?:\.(?:\d{1,4}|[A-Za-z]{1,2}))*$/u;
const glued = /^\d{1,4}[a-z]$/u;
const prefixed = /^[A-Za-z]+\d*(?:[-./ ]?\d{1,4})+[a-z]?$/u;

/**
 * Reads a code. Forms: `9`, `9.`, `3)`, `1.a`, `1a`, `1.2.3`, `A.1`, `R12`, `GNWP15-12`.
 * @returns undefined for what is no code ("1 -", "Total")
 */
export function parseReference(written: string): Reference | undefined {
  const text = written.trim().replace(/^[([]/u, '');
  const dotted = text.endsWith('.');
  const bare = text.replace(/[.)\]:]$/u, '');
  if (bare === '' || !(tree.test(bare) || glued.test(bare) || prefixed.test(bare))) return undefined;
  const parts = (bare.match(/\d+|[A-Za-z]+/gu) ?? []).map((part) => (/^\d/u.test(part) ? Number(part) : part.toLowerCase()));
  return { parts, key: parts.join('.'), dotted };
}

/** Negative if `a` comes first. Figures come before letters where codes mix them. */
export function compareReferences(a: Reference, b: Reference): number {
  for (let at = 0; at < Math.max(a.parts.length, b.parts.length); at += 1) {
    const [left, right] = [a.parts[at], b.parts[at]];
    if (left === right) continue;
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    if (typeof left === 'number') return typeof right === 'number' ? left - right : -1;
    if (typeof right === 'number') return 1;
    return left.length - right.length || (left < right ? -1 : 1);
  }
  return 0;
}

/** The shape of a code, for finding those that do not fit: `18.c` is `n.l`, `10.8` is `n.n`. */
export const shapeOf = ({ parts }: Reference): string => parts.map((part) => (typeof part === 'number' ? 'n' : 'l')).join('.');

/** The code of the group that an item belongs to: `18.c` > 18, `9.` > 9. */
export const groupOf = ({ parts }: Reference): string => (parts.length > 1 ? parts.slice(0, -1) : parts).join('.');

type Part = number | string;

/** 3 > 4, c > d; undefined after `z` and for longer letters. */
function nextPart(part: Part | undefined): Part | undefined {
  if (typeof part === 'number') return part + 1;
  return part?.length === 1 && part < 'z' ? String.fromCharCode(part.charCodeAt(0) + 1) : undefined;
}

const isFirstPart = (part: Part): boolean => part === 1 || part === 'a';

/** The code that follows in the same group: 18.c > 18.d, 3 > 4. Undefined after `z`. */
export function nextReference({ parts, dotted }: Reference): Reference | undefined {
  const next = nextPart(parts.at(-1));
  if (next === undefined) return undefined;
  const all = [...parts.slice(0, -1), next];
  return { parts: all, key: all.join('.'), dotted };
}

/**
 * Whether a code comes right after another one: the next of its group (1.a > 1.b), the first of the next group (5.f > 6.a, 8.b > 9,
 * A.2 > B.1), or the first of all where numbering begins anew.
 */
export function followsReference(before: Reference, after: Reference): boolean {
  if (after.parts.every(isFirstPart)) return true;
  const depth = after.parts.findIndex((part, index) => part !== before.parts[index]);
  const opens = after.parts.slice(depth + 1).every(isFirstPart);
  const step = after.parts[depth];
  return (
    step !== undefined && opens && (step === nextPart(before.parts[depth]) || (before.parts[depth] === undefined && isFirstPart(step)))
  );
}

/** Letters of other scripts that scanned or retyped documents hold in place of Latin ones. */
const latinLetters: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  б: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  о: 'o',
  р: 'p',
  ѕ: 's',
  х: 'x',
  у: 'y',
  α: 'a',
  ο: 'o',
};
const figures: Readonly<Record<string, string>> = {
  б: '6',
  Б: '6',
  З: '3',
  з: '3',
  О: '0',
  о: '0',
  O: '0',
  o: '0',
  І: '1',
  l: '1',
  I: '1',
};

/**
 * Replaces signs that merely look like the right ones: figures before the first dot, Latin letters after it (`б.а` > `6.a`).
 * @returns the repaired code, or undefined where there is nothing to repair or no code comes of it. It is a suggestion: whether it
 * fits is for the sequence of the document's other codes to say.
 */
export function repairLookAlikes(written: string): string | undefined {
  const [first = '', ...rest] = written.trim().split('.');
  const head = [...first].map((sign) => figures[sign] ?? sign).join('');
  const tail = rest.map((part) => [...part].map((sign) => latinLetters[sign] ?? sign).join(''));
  const repaired = [head, ...tail].join('.');
  if (repaired === written.trim()) return undefined;
  return parseReference(repaired) ? repaired : undefined;
}
