import type { Block } from './blocks';
import { openDocument, type Document } from './document';
import { recogniseLists } from './lists/recognise-lists';
import { recogniseMatrix } from './matrix/recognise-matrix';
import { hasMatrix } from './matrix/parts';
import { recogniseMeeting } from './meeting/recognise-meeting';
import type { Outline, OutlineFootnote } from './outline';
import { flatten } from './outline-tree';
import type { OutlineWarning } from './outline-warning';
import { isProfile } from './profile/profile-fields';
import { recogniseProfile } from './profile/recognise-profile';
import { findTitle, titleText } from './title';
import { detectLanguage } from './words/detect-language';
import { containsPhrase } from './words/phrases';
import { vocabularies } from './words/vocabularies';

/**
 * Turns the blocks of a document into its outline. Everything doubtful becomes a warning with the line that it is about; nothing is made
 * up and nothing between the items is dropped in silence.
 */
export function recognise(blocks: readonly Block[]): Outline {
  const warnings: OutlineWarning[] = [];
  const { language, certain } = detectLanguage(blocks.flatMap((block) => (block.kind === 'tableRow' ? block.cells : [block.text])));
  if (!certain && blocks.length > 0) warnings.push({ code: 'language-uncertain', line: 1, language });
  const document = openDocument(blocks, vocabularies[language], (warning) => warnings.push(warning));
  const { title, ...read } = readAs(document);
  const outline = { title, language, ...read, footnotes: footnotesOf(document) };
  if (outline.items.length === 0 && outline.sections.length === 0) document.warn({ code: 'nothing-recognised', line: 1 });
  return { ...outline, warnings: warnings.sort((a, b) => a.line - b.line) };
}

type Read = Omit<Outline, 'language' | 'footnotes' | 'warnings'>;

function readAs(document: Document): Read {
  if (isProfile(document)) return readProfile(document);
  const title = findTitle(document.blocks, document.vocabulary);
  if (!title) document.warn({ code: 'title-not-found', line: 1 });
  const shown = title ? titleText(document.footnotes.answer(title.text, title.line).text) : '';
  if (hasMatrix(document)) {
    const { levels, roots } = recogniseMatrix(document, title);
    return { title: shown, kind: 'plan', levels, ...flatten(roots) };
  }
  warnOfTableWithoutHead(document);
  const { levels, roots } = recogniseLists(document, title);
  const isPlan = containsPhrase(shown, document.vocabulary.titles.plan) && !containsPhrase(shown, document.vocabulary.titles.workshop);
  const laid = flatten(roots);
  if (isPlan || laid.items.length === 0) return { title: shown, kind: isPlan ? 'plan' : 'workshop', levels, ...laid };
  const until = laid.sections[0]?.line ?? Infinity;
  return { title: shown, kind: 'workshop', levels, ...laid, meeting: recogniseMeeting(document, until) };
}

function warnOfTableWithoutHead({ blocks, warn }: Document): void {
  const rows = blocks.filter(({ kind }) => kind === 'tableRow');
  if (rows[0]) warn({ code: 'table-without-head', line: rows[0].line, rows: rows.length });
}

function readProfile(document: Document): Read {
  const { levels, roots, profile } = recogniseProfile(document);
  return { title: profile.name, kind: 'institution', levels, ...flatten(roots), institution: profile };
}

function footnotesOf({ blocks, footnotes, warn }: Document): OutlineFootnote[] {
  for (const { mark, line } of footnotes.unused(blocks)) warn({ code: 'footnote-unused', line, mark });
  return blocks.flatMap((block) => (block.kind === 'footnote' ? [{ mark: block.mark, text: block.text, line: block.line }] : []));
}
