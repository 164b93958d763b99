import { calmCapitals, type Outline, readText, recognise, RunningText } from '@uptake/sources/domain';

/** A document as its preview shows it: titles set in capitals are calmed, as nothing on our screens shouts. */
export function readDocument(text: string): { outline: Outline; lines: string[] } {
  const outline = recognise(readText(text));
  const running = new RunningText(linesOf(text));
  const sections = outline.sections.map((section) => ({ ...section, title: calmCapitals(section.title, running) }));
  return { outline: { ...outline, title: calmCapitals(outline.title, running), sections }, lines: linesOf(text) };
}

const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
