import type { Block, Footnote } from './blocks';
import { takeFootnoteMarks } from './footnote-marks';

/** Answers the marks in texts with the footnotes of the document. */
export class Footnotes {
  private readonly byMark = new Map<string, Footnote[]>();

  constructor(private readonly all: readonly Footnote[]) {
    for (const note of all) this.byMark.set(note.mark, [...(this.byMark.get(note.mark) ?? []), note]);
  }

  static of(blocks: readonly Block[]): Footnotes {
    return new Footnotes(blocks.filter((block) => block.kind === 'footnote'));
  }

  /**
   * Takes the marks out of a text and finds what they refer to: the next footnote of that mark below the line, as numbering may begin
   * anew on each page, or else the last one above.
   */
  answer(text: string, line: number): { text: string; footnotes: string[]; unanswered: string[] } {
    const taken = takeFootnoteMarks(text, new Set(this.byMark.keys()));
    const footnotes = taken.marks.flatMap((mark) => {
      const notes = this.byMark.get(mark) ?? [];
      return (notes.find((note) => note.line >= line) ?? notes.at(-1))?.text ?? [];
    });
    return { text: taken.text, footnotes, unanswered: taken.unanswered };
  }

  /** Footnotes that no text of the document refers to. */
  unused(blocks: readonly Block[]): Footnote[] {
    const known = new Set(this.byMark.keys());
    const texts = blocks.flatMap((block) => (block.kind === 'tableRow' ? block.cells : block.kind === 'footnote' ? [] : [block.text]));
    const marks = new Set(texts.flatMap((text) => takeFootnoteMarks(text, known).marks));
    return this.all.filter(({ mark }) => !marks.has(mark));
  }
}
