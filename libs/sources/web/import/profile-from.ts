import { type InstitutionKind, NewInstitution } from '@uptake/institutions/contracts';
import type { OutlineOutcome, OutlineProfile } from '@uptake/sources/domain';

/** Words by which a kind shows in a name or in what the form says of it; a person corrects what this guesses wrong. */
const KINDS: readonly [RegExp, InstitutionKind][] = [
  [/police/i, 'police'],
  [/armed forces|army|navy|gendarmerie/i, 'armed_forces'],
  [/parliament|senate|assembly/i, 'parliament'],
  [/ministry|department|ministère|ministerie|ministerio/i, 'ministry'],
  [/\bUN\b|united nations/, 'un_body'],
  [/university|academ|research/i, 'academia'],
  [/civil society|ngo|non-governmental|network|coalition|foundation/i, 'civil_society'],
  [/government|agency|institute|service/i, 'agency'],
];

/** The profile that a document gives, as the directory keeps it. */
export function profileFrom(profile: OutlineProfile, more: Pick<NewInstitution, 'language' | 'timeZone'>): NewInstitution {
  const commitment = ({ code, title, comment = '' }: OutlineOutcome) => ({ code, title: title.slice(0, 1000), comment });
  return {
    ...NewInstitution.parse({ name: profile.name.length < 2 ? '??' : profile.name, kind: kindOf(profile) }),
    ...more,
    name: profile.name,
    description: profile.description ?? '',
    activities: profile.activities ?? '',
    investments: profile.investments,
    countries: profile.region ? [profile.region.slice(0, 2000)] : [],
    commitments: profile.outcomes.map((outcome) => ({
      ...commitment(outcome),
      sub: profile.subOutcomes.filter(({ code }) => code.startsWith(`${outcome.code}.`)).map(commitment),
    })),
  };
}

const kindOf = ({ name, kind = '' }: OutlineProfile): InstitutionKind =>
  [name, kind].flatMap((text) => KINDS.find(([words]) => words.test(text))?.[1] ?? [])[0] ?? 'other';
