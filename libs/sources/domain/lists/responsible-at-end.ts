import type { OutlineInstitution } from '../outline';
import { alternatives, patternFrom } from '../words/phrases';
import type { Vocabulary } from '../words/vocabulary';

/** Names further from the end than this many characters belong to the text. */
const atEnd = 400;

/** Takes the bodies named at the end of an item: "... (Responsible: Ministry of Defence; Police)". */
export function takeResponsible(text: string, { responsible }: Vocabulary): { text: string; institutions: OutlineInstitution[] } {
  const pattern = patternFrom(responsible, 'at end', () => {
    const label = `(?:${alternatives(responsible)})\\s*:\\s*`;
    return new RegExp(`\\s?(?:[([]${label}([^()[\\]]+)[)\\]]|(?<=[.;])\\s${label}([^.]+))\\.?$`, 'iu');
  });
  const from = Math.max(0, text.length - atEnd);
  const match = pattern.exec(text.slice(from));
  const names = match?.[1] ?? match?.[2];
  if (!match || !names) return { text, institutions: [] };
  const institutions = names
    .split(/\s*[,;]\s*/u)
    .filter((name) => name !== '')
    .map((name) => ({ name }));
  return { text: text.slice(0, from + match.index).trim(), institutions };
}
