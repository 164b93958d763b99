import type { Outline, OutlineItem, OutlinePath, OutlineSection } from './outline';

export type ItemNode = Omit<OutlineItem, 'path'>;

/** A section with what is in it; positions and counts are worked out when the tree is laid flat. */
export interface SectionNode {
  section: Omit<OutlineSection, 'path' | 'count'>;
  sections: SectionNode[];
  items: ItemNode[];
}

/** Lays a tree flat, in the order of the document. */
export function flatten(roots: readonly SectionNode[]): Pick<Outline, 'sections' | 'items'> {
  const sections: OutlineSection[] = [];
  const items: OutlineItem[] = [];
  const visit = (node: SectionNode, path: OutlinePath): number => {
    const own: OutlineSection = { path, ...node.section, count: 0 };
    sections.push(own);
    node.sections.forEach((child, index) => (own.count += visit(child, [...path, index + 1])));
    node.items.forEach((item, index) => items.push({ path: [...path, node.sections.length + index + 1], ...item }));
    own.count += node.items.length;
    return own.count;
  };
  roots.forEach((root, index) => visit(root, [index + 1]));
  return { sections, items };
}

/** Builds the tree of an outline again, so that it can be changed. Nothing in it is shared with the outline's own lists. */
export function unflatten({ sections, items }: Pick<Outline, 'sections' | 'items'>): SectionNode[] {
  const roots: SectionNode[] = [];
  const nodes = new Map<string, SectionNode>();
  for (const { path, count: _count, ...section } of sections) {
    const node: SectionNode = { section, sections: [], items: [] };
    nodes.set(path.join('.'), node);
    const parent = nodes.get(path.slice(0, -1).join('.'));
    (parent?.sections ?? roots).push(node);
  }
  for (const { path, ...item } of items) nodes.get(path.slice(0, -1).join('.'))?.items.push(item);
  return roots;
}

export const samePath = (a: OutlinePath, b: OutlinePath): boolean => a.length === b.length && a.every((step, index) => step === b[index]);
