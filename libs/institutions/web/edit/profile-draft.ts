import { NewInstitution } from '@uptake/institutions/contracts';
import * as z from 'zod';

/** A profile as its form holds it: lists are lines of text, and nothing is missing. */
export const ProfileDraft = z.object({
  name: NewInstitution.shape.name,
  kind: z.string(),
  parentId: z.string(),
  aliases: z.string(),
  description: z.string().max(10_000),
  activities: z.string().max(10_000),
  commitments: z.array(
    z.object({
      code: z.string().max(20),
      title: z.string().max(1000),
      comment: z.string().max(10_000),
      sub: z.array(z.object({ code: z.string().max(20), title: z.string().max(1000), comment: z.string().max(10_000) })),
    }),
  ),
  investments: z.string(),
  countries: z.string(),
  website: z.string(),
  language: z.string(),
  timeZone: z.string(),
});
export type ProfileDraft = z.infer<typeof ProfileDraft>;

export const emptySub = () => ({ code: '', title: '', comment: '' });
export const emptyCommitment = () => ({ ...emptySub(), sub: [] });

export const draftOf = (profile: NewInstitution): ProfileDraft => ({
  name: profile.name,
  kind: profile.kind,
  parentId: profile.parentId ?? '',
  aliases: profile.aliases.join('\n'),
  description: profile.description,
  activities: profile.activities,
  commitments: profile.commitments,
  investments: profile.investments.join('\n'),
  countries: profile.countries.join('\n'),
  website: profile.website ?? '',
  language: profile.language,
  timeZone: profile.timeZone,
});

/** The profile that a draft means; an address may be written without its beginning. Commitments without code and title are left out. */
export function profileOf(draft: ProfileDraft): NewInstitution {
  const website = draft.website.trim();
  return {
    ...draft,
    name: draft.name.trim(),
    kind: draft.kind as NewInstitution['kind'],
    language: draft.language as NewInstitution['language'],
    parentId: draft.parentId || null,
    aliases: linesOf(draft.aliases),
    investments: linesOf(draft.investments),
    countries: linesOf(draft.countries),
    commitments: draft.commitments.filter(isWritten).map((commitment) => ({ ...commitment, sub: commitment.sub.filter(isWritten) })),
    website: !website || /^[a-z]+:/i.test(website) ? website || null : `https://${website}`,
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const isWritten = ({ code, title }: { code: string; title: string }): boolean => (code + title).trim() !== '';
