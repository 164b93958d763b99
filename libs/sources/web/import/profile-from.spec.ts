import { NewInstitution } from '@uptake/institutions/contracts';
import { profileFrom } from './profile-from';

const more = { language: 'en', timeZone: 'UTC' } as const;
const empty = { outcomes: [], subOutcomes: [], investments: [] };
const outcome = (code: string) => ({ code, title: `Outcome ${code}`, comment: `About ${code}`, line: 1 });

describe('the profile of a document', () => {
  it('puts every sub-outcome under its outcome', () => {
    const { commitments } = profileFrom(
      { ...empty, name: 'Coast Guard', outcomes: [outcome('1'), outcome('3')], subOutcomes: [outcome('3.1'), outcome('3.4')] },
      more,
    );
    expect(commitments.map(({ code, sub }) => [code, sub.map((one) => one.code)])).toEqual([
      ['1', []],
      ['3', ['3.1', '3.4']],
    ]);
  });

  it.each([
    ['Ministry of Fisheries', 'Government', 'ministry'],
    ['Federal Police', 'Government', 'police'],
    ['Harbour', 'Government', 'agency'],
    ['Women for Peace', 'NGO', 'civil_society'],
    ['Harbour', undefined, 'other'],
  ])('takes %s (%s) for %s', (name, kind, expected) => {
    expect(profileFrom({ ...empty, name, ...(kind ? { kind } : {}) }, more).kind).toBe(expected);
  });

  it('is one that the directory takes', () => {
    const profile = profileFrom({ ...empty, name: 'Coast Guard', outcomes: [outcome('1')], region: 'x'.repeat(3000) }, more);
    expect(NewInstitution.safeParse(profile).success).toBe(true);
  });
});
