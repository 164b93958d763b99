import type { Outline } from '@uptake/sources/domain';
import { FieldsDraft, fieldsFrom, meetingFrom } from './fields-draft';

const meeting = {
  name: 'Workshop',
  organisers: ['Institute', 'Ministry'],
  starts: '2026-03-12',
  ends: '2026-03-13',
  place: 'Lindmere',
  countries: ['Marenne'],
  participants: 38,
  contributions: ['The plan'],
};
const outline: Outline = {
  ...{ title: 'Workshop', language: 'en', kind: 'workshop', levels: ['Theme', 'Recommendation'] },
  ...{ sections: [], items: [], footnotes: [], warnings: [], meeting },
};
const draft = fieldsFrom(outline, { title: 'Workshop', referencePrefix: 'W26' }, 'UTC');

describe('the facts of a meeting', () => {
  it('come back as they were found where nobody touched them', () => {
    expect(meetingFrom(meeting, draft)).toEqual(meeting);
  });

  it('are gone where a person emptied them', () => {
    expect(meetingFrom(meeting, { ...draft, place: ' ', organisers: '', ends: '' })).toEqual({
      ...{ name: 'Workshop', starts: '2026-03-12', participants: 38 },
      ...{ organisers: [], countries: ['Marenne'], contributions: ['The plan'] },
    });
  });

  it('may be unknown, but not end before they begin', () => {
    expect(FieldsDraft.safeParse({ ...draft, starts: '', ends: '' }).success).toBe(true);
    expect(FieldsDraft.safeParse({ ...draft, ends: '2026-03-01' }).success).toBe(false);
  });
});
