import { NewInstitution } from '@uptake/institutions/contracts';
import { draftOf, emptyCommitment, profileOf } from './profile-draft';

const profile = NewInstitution.parse({
  name: 'Ministry of Defence',
  kind: 'ministry',
  aliases: ['Defence', 'MoD'],
  commitments: [{ code: '3', title: 'Training', sub: [{ code: '3.1', title: 'Course' }] }],
  website: 'https://defence.example.org',
  countries: ['Marenne'],
});

describe('the draft of a profile', () => {
  it('comes back as the same profile', () => {
    expect(profileOf(draftOf(profile))).toEqual(profile);
  });

  it('takes an address without its beginning', () => {
    expect(profileOf({ ...draftOf(profile), website: 'defence.example.org' }).website).toBe('https://defence.example.org');
  });

  it('leaves out empty lines and commitments that nobody has written', () => {
    const draft = { ...draftOf(profile), aliases: '\n Defence \n\n', commitments: [...draftOf(profile).commitments, emptyCommitment()] };
    expect(profileOf(draft)).toMatchObject({ aliases: ['Defence'], commitments: [{ code: '3' }] });
  });
});
