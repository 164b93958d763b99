import type { Block, Heading, ListItem, Paragraph } from '../blocks';
import type { Document } from '../document';
import { closeBrokenWords } from '../joined-lines';
import type { ItemNode, SectionNode } from '../outline-tree';
import { parseReference } from '../reference';
import { endsSentence, startsLowerCase } from '../sentences';
import { parseNamedHeading } from '../words/level-names';
import { alternatives, containsPhrase, patternFrom } from '../words/phrases';
import { promoteNumberedHeadings } from './promote-numbered-headings';
import { takeResponsible } from './responsible-at-end';

export interface RecognisedLists {
  levels: string[];
  roots: SectionNode[];
}

interface OpenSection {
  node: SectionNode;
  rank: number;
  level?: string;
}

/** Reads headings with bullets or numbered items below them. What stands before the recommendations is not taken for one. */
export function recogniseLists(document: Document, title: Heading | Paragraph | undefined): RecognisedLists {
  const all = promoteNumberedHeadings(document.blocks);
  const { from, announced } = startOfItems(all, title, document);
  const blocks = all.slice(from);
  warnOfListsBefore(all.slice(0, from), document);
  const labelled = blocks.some((block) => itemOfParagraph(block, document) !== undefined);
  const byParagraph = announced && !labelled && !blocks.some(({ kind }) => kind === 'listItem');
  const reader = new ListReader(document, title?.text ?? '', byParagraph);
  for (const block of blocks) reader.read(block);
  return reader.finish();
}

/** Behind the sentence that announces the recommendations ("Below are the recommendations ...:"), or else behind the title. */
function startOfItems(blocks: readonly Block[], title: Block | undefined, { vocabulary }: Document): { from: number; announced: boolean } {
  const afterTitle = title ? blocks.findIndex(({ line }) => line === title.line) + 1 : 0;
  const lastContent = blocks.findLastIndex(({ kind }) => kind === 'listItem' || kind === 'paragraph');
  const announced = blocks.findIndex(
    (block, index) =>
      index >= afterTitle &&
      (block.kind === 'paragraph' ? block.text.endsWith(':') : block.kind === 'heading') &&
      containsPhrase(block.kind === 'tableRow' ? '' : block.text, vocabulary.announcing) &&
      parseNamedHeading(block.kind === 'tableRow' ? '' : block.text, vocabulary) === undefined &&
      index < lastContent,
  );
  return announced < 0 ? { from: afterTitle, announced: false } : { from: announced + 1, announced: true };
}

function warnOfListsBefore(blocks: readonly Block[], { warn }: Document): void {
  const items = blocks.filter(({ kind }) => kind === 'listItem');
  if (items[0]) warn({ code: 'list-left-out', line: items[0].line, count: items.length, title: 'none' });
}

/** "Recommendation 3: ..." as a paragraph of its own. */
function itemOfParagraph(block: Block, { vocabulary }: Document): { number: string; text: string } | undefined {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return undefined;
  const label = vocabulary.levels[vocabulary.themes.item] ?? [];
  const number = `(?:(?:${alternatives(label)})\\s+(?:n[°º]\\s*)?(\\d{1,3}(?:\\.\\d{1,3})*)|(R\\d{1,3}))`;
  const match = patternFrom(vocabulary, 'labelled item', () => new RegExp(`^${number}\\s*[.:–—-]\\s+(.+)$`, 'iu')).exec(block.text);
  const code = match?.[1] ?? match?.[2];
  return code && match?.[3] ? { number: code, text: match[3] } : undefined;
}

class ListReader {
  private readonly roots: SectionNode[] = [];
  private readonly open: OpenSection[] = [];
  private readonly numbers: { item: ItemNode; number: string }[] = [];
  private readonly levels = new Map<number, string>();
  private leaving: { title: string; line: number; count: number } | undefined;
  private lastItem: ItemNode | undefined;
  private nested = 0;
  private fromParagraphs = 0;

  constructor(
    private readonly document: Document,
    private readonly title: string,
    private readonly byParagraph: boolean,
  ) {}

  read(block: Block): void {
    const labelled = itemOfParagraph(block, this.document);
    if (labelled && block.kind !== 'tableRow')
      this.item({ ...block, kind: 'listItem', depth: 0, text: labelled.text, number: labelled.number });
    else if (block.kind === 'heading') this.heading(block);
    else if (block.kind === 'listItem') this.item(block);
    else if (block.kind === 'paragraph') this.paragraph(block);
  }

  private heading(block: Heading): void {
    this.lastItem = undefined;
    this.closeLeaving();
    if (this.document.vocabulary.preamble.includes(block.text.toLowerCase().replace(/^[\d.]+\s+/u, ''))) {
      this.leaving = { title: block.text, line: block.line, count: 0 };
      return;
    }
    const named = parseNamedHeading(block.text, this.document.vocabulary);
    const rank = named ? 1 : block.style === 'marked' ? 10 + (block.depth ?? 1) : block.style === 'upper' ? 20 : 30;
    while ((this.open.at(-1)?.rank ?? -1) >= rank) this.open.pop();
    const numbered = /^(\d{1,3}(?:\.\d{1,3})*)[.)]\s+(.+)$/u.exec(block.text);
    const code = named?.number ?? numbered?.[1];
    const title = this.document.footnotes.answer(named?.title || (numbered?.[2] ?? block.text), block.line);
    const node: SectionNode = {
      section: {
        ...(code === undefined ? {} : { code }),
        title: title.text,
        line: block.line,
        ...(title.footnotes.length > 0 ? { footnotes: title.footnotes } : {}),
      },
      sections: [],
      items: [],
    };
    (this.open.at(-1)?.node.sections ?? this.roots).push(node);
    this.open.push({ node, rank, ...(named ? { level: named.level } : {}) });
    if (named) this.levels.set(this.open.length - 1, named.level);
  }

  private item(block: ListItem): void {
    if (this.leaving) {
      this.leaving.count += 1;
      return;
    }
    if (block.depth > 0 && this.lastItem) {
      this.lastItem.text = `${this.lastItem.text} ${block.text}`;
      this.lastItem.lastLine = block.lastLine;
      this.nested += 1;
      return;
    }
    this.closeNested();
    const item = this.finish1(block);
    this.section(block.line).items.push(item);
    if (block.number !== undefined) this.numbers.push({ item, number: block.number });
    this.lastItem = item;
  }

  private finish1({ text, line, lastLine }: ListItem): ItemNode {
    const { footnotes, vocabulary, warn } = this.document;
    const answered = footnotes.answer(text, line);
    for (const mark of answered.unanswered) warn({ code: 'footnote-missing', line, mark, item: text.slice(0, 40) });
    const closed = closeBrokenWords(answered.text);
    for (const [written, repaired] of closed.repaired) warn({ code: 'word-closed', line, written, repaired });
    const responsible = takeResponsible(closed.text, vocabulary);
    return {
      text: responsible.text,
      institutions: responsible.institutions,
      instruments: [],
      ...(answered.footnotes.length > 0 ? { footnotes: answered.footnotes } : {}),
      line,
      lastLine,
    };
  }

  private section(line: number): SectionNode {
    const current = this.open.at(-1)?.node;
    if (current) return current;
    const node: SectionNode = { section: { title: this.title, line }, sections: [], items: [] };
    this.roots.push(node);
    this.open.push({ node, rank: 100 });
    return node;
  }

  private paragraph(block: Paragraph): void {
    if (this.leaving) return;
    const before = this.lastItem;
    const current = this.open.at(-1)?.node;
    if (before && !endsSentence(before.text) && startsLowerCase(block.text)) {
      this.document.warn({ code: 'joined-over-gap', line: block.line, text: block.text });
      before.text = `${before.text} ${block.text}`;
      before.lastLine = block.lastLine;
    } else if (this.byParagraph && (current || !block.text.endsWith(':'))) {
      this.fromParagraphs += 1;
      this.item({ ...block, kind: 'listItem', depth: 0 });
    } else if (current && current.items.length === 0 && current.sections.length === 0) {
      current.section.intro = current.section.intro ? `${current.section.intro}\n\n${block.text}` : block.text;
    } else {
      this.outside(block.text, block.line);
    }
  }

  private outside(text: string, line: number): void {
    if (this.lastItem || this.open.length > 0) this.document.warn({ code: 'text-outside-items', line, text });
  }

  private closeNested(): void {
    if (this.nested > 0 && this.lastItem) this.document.warn({ code: 'nested-list-joined', line: this.lastItem.line, count: this.nested });
    this.nested = 0;
  }

  private closeLeaving(): void {
    if (this.leaving && this.leaving.count > 0) this.document.warn({ code: 'list-left-out', ...this.leaving });
    this.leaving = undefined;
  }

  finish(): RecognisedLists {
    this.closeNested();
    this.closeLeaving();
    const { warn, vocabulary } = this.document;
    const first = firstItem(this.roots);
    if (this.fromParagraphs > 0) warn({ code: 'paragraphs-taken-as-items', line: first?.line ?? 1, count: this.fromParagraphs });
    this.setCodes();
    const roots = this.withoutEmpty(this.roots, first?.line ?? Infinity);
    const untitled = roots.find(({ section, items }) => section.title === this.title && section.line === items[0]?.line);
    if (untitled) warn({ code: 'items-without-section', line: untitled.section.line, count: untitled.items.length });
    const depth = depthOf(roots);
    const sectionLevels = Array.from({ length: depth }, (_, index) => this.levels.get(index) ?? vocabulary.themes.section);
    return { levels: [...sectionLevels, vocabulary.themes.item], roots };
  }

  /** Numbers are codes only if no two items share one. */
  private setCodes(): void {
    const keys = this.numbers.map(({ number }) => parseReference(number)?.key ?? number);
    if (new Set(keys).size === keys.length) {
      for (const { item, number } of this.numbers) item.code = number;
    } else if (this.numbers[0]) {
      this.document.warn({ code: 'numbers-restart', line: this.numbers[0].item.line, count: this.numbers.length });
    }
  }

  /** Headings before the first item belong to the text before; one after it may be a section whose items were not found. */
  private withoutEmpty(nodes: SectionNode[], firstLine: number): SectionNode[] {
    return nodes.flatMap((node) => {
      node.sections = this.withoutEmpty(node.sections, firstLine);
      if (node.items.length > 0 || node.sections.length > 0) return [node];
      if (node.section.line > firstLine)
        this.document.warn({ code: 'section-without-items', line: node.section.line, title: node.section.title });
      return [];
    });
  }
}

const firstItem = (nodes: readonly SectionNode[]): ItemNode | undefined => {
  for (const node of nodes) {
    const found = firstItem(node.sections) ?? node.items[0];
    if (found) return found;
  }
  return undefined;
};

const depthOf = (nodes: readonly SectionNode[]): number =>
  nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map(({ sections }) => depthOf(sections)));
