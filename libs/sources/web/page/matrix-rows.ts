import type { PlanMatrix } from '@uptake/sources/contracts';

export type MatrixSection = PlanMatrix['sections'][number];
export type MatrixLine = PlanMatrix['rows'][number];

export interface MatrixCell {
  section: MatrixSection;
  /** The row above stands in it too: only its code is shown, and its whole name to screen readers. */
  carried: boolean;
}

export interface MatrixRow extends MatrixLine {
  /** One for each level of sections, outermost first; null where the line stands in no section of that level. */
  cells: (MatrixCell | null)[];
  /** The outermost level that changes with this row; the number of section levels where none does. A rule begins there. */
  changesAt: number;
}

export interface MatrixNode {
  section: MatrixSection;
  sections: MatrixNode[];
  lines: MatrixLine[];
  /** Of every line in it and below it. */
  statuses: string[];
}

/** Lines as rows of one table, with their sections in columns that are carried down. */
export function matrixRows({ levels, sections, rows }: PlanMatrix): MatrixRow[] {
  const depth = Math.max(0, levels.length - 1);
  const byId = new Map(sections.map((section) => [section.id, section]));
  let above: (string | null)[] = [];
  return rows.map((line, index) => {
    const path = pathOf(line, byId);
    const ids = Array.from({ length: depth }, (_, level) => path[level]?.id ?? null);
    const found = index === 0 ? 0 : ids.findIndex((id, level) => id !== above[level]);
    const changesAt = found < 0 ? depth : found;
    above = ids;
    const cells = ids.map((_, level) => (path[level] ? { section: path[level], carried: level < changesAt } : null));
    return { ...line, cells, changesAt };
  });
}

/** The same lines as a tree, for going into it step by step. Lines without a section stand in `lines` of no node and come back apart. */
export function matrixTree({ sections, rows }: PlanMatrix): { roots: MatrixNode[]; loose: MatrixLine[] } {
  const nodes = new Map(sections.map((section): [string, MatrixNode] => [section.id, { section, sections: [], lines: [], statuses: [] }]));
  const roots: MatrixNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.section.parentId ? nodes.get(node.section.parentId) : undefined;
    (parent?.sections ?? roots).push(node);
  }
  for (const line of rows) {
    let node = line.sectionId ? nodes.get(line.sectionId) : undefined;
    node?.lines.push(line);
    for (; node; node = node.section.parentId ? nodes.get(node.section.parentId) : undefined) node.statuses.push(line.status);
  }
  return { roots, loose: rows.filter(({ sectionId }) => !sectionId || !nodes.has(sectionId)) };
}

function pathOf({ sectionId }: MatrixLine, byId: ReadonlyMap<string, MatrixSection>): MatrixSection[] {
  const path: MatrixSection[] = [];
  for (
    let section = sectionId ? byId.get(sectionId) : undefined;
    section;
    section = section.parentId ? byId.get(section.parentId) : undefined
  ) {
    path.unshift(section);
  }
  return path;
}
