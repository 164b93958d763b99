import type { OutlineInstitution } from '../outline';
import { alternatives } from '../words/phrases';
import type { Vocabulary } from '../words/vocabulary';

/** Takes the bodies named at the end of an item: "... (Responsible: Ministry of Defence; Police)". */
export function takeResponsible(text: string, { responsible }: Vocabulary): { text: string; institutions: OutlineInstitution[] } {
  const label = alternatives(responsible);
  const match = new RegExp(`\\s*(?:[([](?:${label})\\s*:\\s*([^)\\]]+)[)\\]]|(?<=[.;])\\s(?:${label})\\s*:\\s*(.+?))\\.?$`, 'iu').exec(
    text,
  );
  const names = match?.[1] ?? match?.[2];
  if (!match || !names) return { text, institutions: [] };
  const institutions = names
    .split(/\s*[,;]\s*/u)
    .filter((name) => name !== '')
    .map((name) => ({ name }));
  return { text: text.slice(0, match.index).trim(), institutions };
}
