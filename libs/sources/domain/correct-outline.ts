import type { Outline, OutlineInstitution, OutlineItem, OutlinePath } from './outline';
import { flatten, samePath, unflatten, type ItemNode, type SectionNode } from './outline-tree';

/*
 * What a person corrects in the preview, before anything is written. Each returns a new outline with its paths and counts worked out
 * again, and the very same outline where the path names nothing, so that a key pressed twice does no harm. Warnings stay as they are:
 * they speak about the document, which has not changed.
 */

/** Gives an item a code, or takes it away with an empty one. */
export const setCode = (outline: Outline, path: OutlinePath, code: string): Outline =>
  changeItem(outline, path, ({ code: _before, ...item }) => (code.trim() === '' ? item : { ...item, code: code.trim() }));

export const editText = (outline: Outline, path: OutlinePath, text: string): Outline =>
  changeItem(outline, path, (item) => ({ ...item, text: text.trim() }));

export const dropItem = (outline: Outline, path: OutlinePath): Outline =>
  findItem(outline, path) ? rebuild(outline, { ...outline, items: outline.items.filter((item) => !samePath(item.path, path)) }) : outline;

/** Puts an item at the end of the one before it, which keeps its code; bodies and instruments of both stay. */
export function joinWithPrevious(outline: Outline, path: OutlinePath): Outline {
  const at = outline.items.findIndex((item) => samePath(item.path, path));
  const [before, joined] = [outline.items[at - 1], outline.items[at]];
  if (!before || !joined) return outline;
  const whole: OutlineItem = {
    ...before,
    text: `${before.text} ${joined.text}`.trim(),
    institutions: [
      ...before.institutions,
      ...joined.institutions.filter((one) => !before.institutions.some((other) => sameBody(one, other))),
    ],
    instruments: [...before.instruments, ...joined.instruments.filter((one) => !before.instruments.includes(one))],
    ...joinedList('footnotes', before.footnotes, joined.footnotes),
    ...joinedList('notes', before.notes, joined.notes),
    line: Math.min(before.line, joined.line),
    lastLine: Math.max(before.lastLine, joined.lastLine),
  };
  return rebuild(outline, { ...outline, items: [...outline.items.slice(0, at - 1), whole, ...outline.items.slice(at + 1)] });
}

const joinedList = <Key extends string, Value>(key: Key, first: Value[] = [], second: Value[] = []): Partial<Record<Key, Value[]>> =>
  first.length + second.length > 0 ? ({ [key]: [...first, ...second] } as Partial<Record<Key, Value[]>>) : {};

const sameBody = (a: OutlineInstitution, b: OutlineInstitution): boolean => a.name === b.name && a.parent === b.parent;

/**
 * Splits the text of an item; the second part becomes an item of its own below it, without a code. Both keep the bodies, as either
 * may be theirs; the instruments stay with the first.
 * @param offset number of characters (UTF-16 units) of the text that stay
 */
export function splitAt(outline: Outline, path: OutlinePath, offset: number): Outline {
  const item = findItem(outline, path);
  const [first, second] = [item?.text.slice(0, offset).trim(), item?.text.slice(offset).trim()];
  if (!item || !first || !second) return outline;
  const { line, lastLine, institutions } = item;
  const below: OutlineItem = { path, text: second, institutions: [...institutions], instruments: [], line, lastLine };
  return rebuild(outline, {
    ...outline,
    items: outline.items.flatMap((one) => (one === item ? [{ ...item, text: first }, below] : [one])),
  });
}

/** Moves an item into another section, where it stands in the order of the document. */
export function moveToSection(outline: Outline, path: OutlinePath, sectionPath: OutlinePath): Outline {
  const item = findItem(outline, path);
  const target = outline.sections.some((section) => samePath(section.path, sectionPath));
  if (!item || !target || samePath(path.slice(0, -1), sectionPath)) return outline;
  const roots = unflatten(outline);
  const { path: _path, ...node } = item;
  const from = sectionAt(roots, path.slice(0, -1));
  const to = sectionAt(roots, sectionPath);
  if (!from || !to) return outline;
  from.items.splice((path.at(-1) ?? 0) - from.sections.length - 1, 1);
  insertByLine(to.items, node);
  return { ...outline, ...flatten(roots) };
}

function insertByLine(items: ItemNode[], item: ItemNode): void {
  const at = items.findIndex(({ line }) => line > item.line);
  items.splice(at < 0 ? items.length : at, 0, item);
}

export const renameSection = (outline: Outline, path: OutlinePath, title: string): Outline =>
  outline.sections.some((section) => samePath(section.path, path))
    ? {
        ...outline,
        sections: outline.sections.map((section) => (samePath(section.path, path) ? { ...section, title: title.trim() } : section)),
      }
    : outline;

const findItem = (outline: Outline, path: OutlinePath): OutlineItem | undefined => outline.items.find((item) => samePath(item.path, path));

const changeItem = (outline: Outline, path: OutlinePath, change: (item: OutlineItem) => OutlineItem): Outline =>
  findItem(outline, path) ? { ...outline, items: outline.items.map((item) => (samePath(item.path, path) ? change(item) : item)) } : outline;

const rebuild = (outline: Outline, changed: Outline): Outline => ({ ...outline, ...flatten(unflatten(changed)) });

function sectionAt(roots: readonly SectionNode[], path: OutlinePath): SectionNode | undefined {
  const [first, ...rest] = path;
  const node = first === undefined ? undefined : roots[first - 1];
  return rest.length === 0 || !node ? node : sectionAt(node.sections, rest);
}
