import type { Block } from '../blocks';
import type { Document } from '../document';
import { learnNames, type NameBook } from '../institution-names';
import type { ItemNode, SectionNode } from '../outline-tree';
import { followsReference, nextReference } from '../reference';
import { levelName } from '../words/level-names';
import { alignRows, type AlignedRow, cellOf } from './aligned-rows';
import { readCodes } from './code-sequence';
import { hasRole, type Column } from './columns';
import type { CodedRow, ItemDraft, SectionDraft } from './drafts';
import { finishItem, joinedNameLines, labelOf, type Finishing } from './finish-item';
import { finishTitle } from './finish-title';
import { codesGroupItems, gatherItems, isGap } from './gather-items';
import { readParts, type MatrixPart } from './parts';
import { splitAtGap } from './split-at-gap';

export interface RecognisedMatrix {
  levels: string[];
  roots: SectionNode[];
}

/** Reads a plan set as a matrix: one or more tables, each under its heading, with columns for codes, goals, items and so on. */
export function recogniseMatrix(document: Document, title: Block | undefined): RecognisedMatrix {
  const parts = readParts(document, title);
  const alone = countLines(parts, document);
  const names = learnNames(alone.lines, document.vocabulary);
  const finishing: Finishing = { document, names, alone: alone.counts, respelled: new Set() };
  const rows = codeRows(parts, names, document);
  const grouped = codesGroupItems(rows.flat());
  const drafts = parts.map((part, index) => ({ part, root: gatherItems(rows[index] ?? [], grouped, document.warn) }));
  const order = drafts.flatMap(({ root }) => itemsOf(root));
  const finished = finishInOrder(order, finishing);
  const roots = drafts.flatMap(({ part, root }) => buildSections(part, root, finished, finishing));
  return { levels: levelsOf(parts, document), roots };
}

/** Lines of institution cells, for learning names: only rows that fill their table, so that every cell stands in its column. */
function countLines(parts: readonly MatrixPart[], document: Document): { lines: string[]; counts: Map<string, number> } {
  const counts = new Map<string, number>();
  const cells = parts.flatMap(({ rows, columns }) => {
    const at = columns.findIndex(({ role }) => role === 'institutions');
    const full = rows.filter((row) => at >= 0 && row.cells.length >= columns.length);
    return full.map((row) => ({ lines: (row.cells[at] ?? '').split('\n'), line: row.line, begins: row.cells[0] !== '' }));
  });
  const all = cells.flatMap(({ lines }) => lines.map((line) => line.trim()).filter((line) => line !== ''));
  for (const line of all) counts.set(line.toLowerCase(), (counts.get(line.toLowerCase()) ?? 0) + 1);
  const joined: string[] = [];
  let run: { text: string; line: number }[] = [];
  const close = () => joined.push(...joinedNameLines(run, counts, document).map(({ text }) => text));
  for (const { lines, line, begins } of cells) {
    if (begins) {
      close();
      run = [];
    }
    run.push(...lines.filter((text) => text.trim() !== '').map((text) => ({ text: text.trim(), line })));
  }
  close();
  return { lines: joined, counts };
}

function codeRows(parts: readonly MatrixPart[], names: NameBook, { warn }: Document): CodedRow[][] {
  const aligned = parts.map(({ rows, columns }) => alignRows(rows, columns, names, warn));
  const written = aligned.flatMap((rows, part) => rows.map((row) => ({ row, part, written: cellOf(row, 'code') })));
  const filled = written.filter((one) => one.written !== '');
  const readings = readCodes(filled);
  const byRow = new Map<AlignedRow, CodedRow>();
  filled.forEach(({ row, written: code }, index) => byRow.set(row, { ...row, written: code, reading: readings[index] ?? {} }));
  return aligned.map((rows) => rows.map((row) => byRow.get(row) ?? { ...row, written: '', reading: {} }));
}

const itemsOf = (section: SectionDraft): ItemDraft[] => [...section.sections.flatMap(itemsOf), ...section.items].sort(byLine);
const byLine = (a: ItemDraft, b: ItemDraft): number => (a.rows[0]?.line ?? 0) - (b.rows[0]?.line ?? 0);

/** Finishes the items in the order of the document, as gaps between codes show items that lost theirs. */
function finishInOrder(order: readonly ItemDraft[], finishing: Finishing): Map<ItemDraft, ItemNode[]> {
  const { warn } = finishing.document;
  const finished = new Map<ItemDraft, ItemNode[]>();
  order.forEach((draft, index) => {
    const next = order[index + 1];
    const split = isGap(draft.reference, next?.reference) ? splitAtGap(draft, finishing.names.names) : undefined;
    if (split) {
      const line = split[1].rows.at(-1)?.line ?? 1;
      warn({ code: 'item-without-code', line, after: draft.code ?? '', before: next?.code ?? '', missing: missingCode(draft) });
    } else {
      warnOfGap(draft, next, order[index - 1], finishing);
    }
    finished.set(
      draft,
      (split ?? [draft]).map((one) => finishItem(one, finishing)),
    );
  });
  warnOfCodesTwice(order, finishing);
  return finished;
}

const missingCode = ({ reference }: ItemDraft): string => {
  const next = reference && nextReference(reference);
  return next ? next.parts.join('.') : 'none';
};

function warnOfGap(draft: ItemDraft, next: ItemDraft | undefined, before: ItemDraft | undefined, { document: { warn } }: Finishing): void {
  const line = draft.rows[0]?.line ?? 1;
  if (!draft.reference && draft.rows[0]?.written === '' && before?.reference) {
    const missing = isGap(before.reference, next?.reference) ? missingCode(before) : 'none';
    warn({ code: 'item-without-code', line, after: before.code ?? '', before: next?.code ?? '', missing });
  } else if (draft.reference && next?.reference && !followsReference(draft.reference, next.reference)) {
    warn({ code: 'code-missing', line: next.rows[0]?.line ?? line, after: labelOf(draft), before: labelOf(next) });
  }
}

function warnOfCodesTwice(order: readonly ItemDraft[], { document: { warn } }: Finishing): void {
  const lines = new Map<string, number>();
  for (const { reference, code, rows } of order) {
    if (!reference) continue;
    const other = lines.get(reference.key);
    const line = rows[0]?.line ?? 1;
    if (other === undefined) lines.set(reference.key, line);
    else warn({ code: 'code-twice', line, reference: code ?? '', other });
  }
}

/** The heading over a table is a section around those of its columns; without one, the sections of the columns stand by themselves. */
function buildSections(
  part: MatrixPart,
  root: SectionDraft,
  finished: ReadonlyMap<ItemDraft, ItemNode[]>,
  finishing: Finishing,
): SectionNode[] {
  const sections = root.sections.map((section) => buildSection(section, finished, finishing));
  const items = root.items.flatMap((item) => finished.get(item) ?? []);
  if (!part.heading) {
    if (items.length === 0) return sections;
    finishing.document.warn({ code: 'items-without-section', line: root.line, count: items.length });
    return [...sections, { section: { title: '', line: root.line }, sections: [], items }];
  }
  const { block, named } = part.heading;
  const written = named?.title ? named.title : block.text;
  const title = finishing.document.footnotes.answer(written, block.line);
  return [
    {
      section: {
        ...(named ? { code: named.number } : {}),
        title: title.text,
        line: block.line,
        ...(part.intro.length > 0 ? { intro: part.intro.join('\n\n') } : {}),
        ...(title.footnotes.length > 0 ? { footnotes: title.footnotes } : {}),
      },
      sections,
      items,
    },
  ];
}

function buildSection(draft: SectionDraft, finished: ReadonlyMap<ItemDraft, ItemNode[]>, finishing: Finishing): SectionNode {
  const { title, code, footnotes } = finishTitle(draft, finishing);
  return {
    section: { ...(code === undefined ? {} : { code }), title, line: draft.line, ...(footnotes.length > 0 ? { footnotes } : {}) },
    sections: draft.sections.map((section) => buildSection(section, finished, finishing)),
    items: draft.items.flatMap((item) => finished.get(item) ?? []),
  };
}

/** The names of the levels: of the headings over the tables, then of the columns. */
function levelsOf(parts: readonly MatrixPart[], { vocabulary }: Document): string[] {
  const columns = parts[0]?.columns ?? [];
  const name = ({ title }: Column) => levelName(title, vocabulary);
  const heading = parts.find((part) => part.heading)?.heading;
  const outer = heading ? [heading.named?.level ?? vocabulary.themes.section] : [];
  const sections = columns.filter(({ role }) => role === 'section').map(name);
  const items = columns.filter(({ role }) => role === 'item').map(name);
  const noSection = outer.length === 0 && !hasRole(columns, 'section');
  return [...(noSection ? [vocabulary.themes.section] : outer), ...sections, ...items];
}
