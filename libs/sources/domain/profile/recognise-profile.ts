import type { Document } from '../document';
import type { OutlineOutcome, OutlineProfile } from '../outline';
import type { SectionNode } from '../outline-tree';
import { alternatives } from '../words/phrases';
import type { ProfileField } from '../words/vocabulary';
import { readFields, type FieldValue } from './profile-fields';

export interface RecognisedProfile {
  levels: string[];
  roots: SectionNode[];
  profile: OutlineProfile;
}

interface Comment {
  code: string;
  text: string;
  line: number;
}

/**
 * Reads the form of an institution: its fields, the outcomes that it commits to, and its comment on each. Outcomes become sections,
 * sub-outcomes (3.1 under 3) their items.
 */
export function recogniseProfile(document: Document): RecognisedProfile {
  const fields = readFields(document);
  const comments = readComments(fields, document);
  const outcomes = withComments(readOutcomes(fields, 'outcomes'), comments, document);
  const subOutcomes = withComments(readOutcomes(fields, 'subOutcomes'), comments, document);
  const codes = new Set([...outcomes, ...subOutcomes].map(({ code }) => code));
  for (const { code, line } of comments) if (!codes.has(code)) document.warn({ code: 'comment-without-outcome', line, reference: code });
  const text = (field: ProfileField) => textOf(fields.find((value) => value.field === field));
  const name = text('name');
  const optional = { kind: text('kind'), description: text('description'), activities: text('activities'), region: text('region') };
  for (const [field, value] of Object.entries({ name, ...optional }))
    if (value === '') document.warn({ code: 'profile-field-missing', line: 1, field });
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== ''));
  const investments = text('investments')
    .split(/\s*[,;\n]\s*/u)
    .filter((kind) => kind !== '');
  const { section, item } = document.vocabulary.outcomes;
  return {
    levels: [section, item],
    roots: outcomes.map((outcome) => outcomeSection(outcome, subOutcomes, name, outcomes)),
    profile: { name, ...given, outcomes, subOutcomes, investments },
  };
}

const textOf = (value: FieldValue | undefined): string => value?.blocks.map(({ text }) => text).join('\n\n') ?? '';

/** "3. Protection - ..." under "Strategic outcome", "3.1 ..." under "Sub-outcome 3". A comma at the end only parts them. */
function readOutcomes(fields: readonly FieldValue[], field: 'outcomes' | 'subOutcomes'): OutlineOutcome[] {
  return fields
    .filter((value) => value.field === field)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      const numbered = /^(\d+(?:\.\d+)*)[.)]?\s+(.+)$/u.exec(block.text);
      const code = block.kind === 'listItem' ? block.number : numbered?.[1];
      const text = block.kind === 'listItem' ? block.text : (numbered?.[2] ?? '');
      return code === undefined ? [] : [{ code, title: text.replace(/\s*,$/u, ''), line: block.line }];
    });
}

/** "Strategic outcome 1: ..." and "Sub-outcome 3.1: ..." anywhere in the fields of text; paragraphs that follow go on. */
function readComments(fields: readonly FieldValue[], { vocabulary }: Document): Comment[] {
  const { outcome, subOutcome } = vocabulary.outcomeLabels;
  const label = new RegExp(`^(?:${alternatives([...outcome, ...subOutcome])})\\s+(\\d+(?:\\.\\d+)*)\\s*[:.–—-]\\s*(.+)$`, 'isu');
  const comments: Comment[] = [];
  for (const { text, line } of fields.filter(({ field }) => field === 'comments').flatMap(({ blocks }) => blocks)) {
    const match = label.exec(text);
    const before = comments.at(-1);
    if (match?.[1] && match[2]) comments.push({ code: match[1], text: match[2], line });
    else if (before) before.text = `${before.text}\n\n${text}`;
  }
  return comments;
}

function withComments(outcomes: OutlineOutcome[], comments: readonly Comment[], { warn }: Document): OutlineOutcome[] {
  return outcomes.map((outcome) => {
    const comment = comments.find(({ code }) => code === outcome.code);
    if (!comment) {
      warn({ code: 'outcome-without-comment', line: outcome.line, reference: outcome.code });
      return outcome;
    }
    const whole = wholeOfCutWord(outcome.title, comment.text);
    if (whole) warn({ code: 'text-cut-off', line: outcome.line, reference: outcome.code, whole });
    return { ...outcome, comment: comment.text };
  });
}

/** The word that a title breaks off in, if the comment says the same words and goes on ("... protec" > "protection"). */
function wholeOfCutWord(title: string, comment: string): string | undefined {
  const words = title.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  const [beforeLast, last] = [words.at(-2), words.at(-1)];
  if (!beforeLast || !last) return undefined;
  const others = comment.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  const at = others.findIndex((word, index) => word === beforeLast && (others[index + 1]?.startsWith(last) ?? false));
  const whole = at < 0 ? undefined : others[at + 1];
  return whole === undefined || whole === last ? undefined : whole;
}

function outcomeSection(
  outcome: OutlineOutcome,
  subOutcomes: readonly OutlineOutcome[],
  name: string,
  all: readonly OutlineOutcome[],
): SectionNode {
  const isOwn = ({ code }: OutlineOutcome) => code.startsWith(`${outcome.code}.`);
  const orphans = outcome === all.at(-1) ? subOutcomes.filter(({ code }) => !all.some((one) => code.startsWith(`${one.code}.`))) : [];
  return {
    section: { code: outcome.code, title: outcome.title, line: outcome.line, ...(outcome.comment ? { intro: outcome.comment } : {}) },
    sections: [],
    items: [...subOutcomes.filter(isOwn), ...orphans].map(({ code, title, comment, line }) => ({
      code,
      text: title,
      institutions: name === '' ? [] : [{ name }],
      instruments: [],
      ...(comment ? { comment } : {}),
      line,
      lastLine: line,
    })),
  };
}
