import { readText } from '../read-text';
import { recognise } from '../recognise';
import { english } from '../words/english';
import { findDates } from './meeting-dates';
import { splitNames } from './name-lists';

const meetingOf = (...sentences: string[]) => {
  const text = [
    'Recommendations of the workshop on the harbour',
    '',
    sentences.join(' '),
    '',
    'BOATS',
    '',
    '- Buy a boat for the harbour.',
  ];
  const { meeting, warnings } = recognise(readText(text.join('\n')));
  return { meeting, missing: warnings.flatMap((warning) => (warning.code === 'meeting-field-missing' ? [warning.field] : [])) };
};

describe('the dates of a meeting', () => {
  it.each([
    ['on April 22-23, 2015.', '2015-04-22', '2015-04-23'],
    ['22-23 April 2015', '2015-04-22', '2015-04-23'],
    ['22 and 23 April 2015', '2015-04-22', '2015-04-23'],
    ['from 30 April to 2 May 2015', '2015-04-30', '2015-05-02'],
    ['April 30 - May 2, 2015', '2015-04-30', '2015-05-02'],
    ['on 3rd of May 2015', '2015-05-03', '2015-05-03'],
    ['on May 3, 2015', '2015-05-03', '2015-05-03'],
    ['2015-05-03', '2015-05-03', '2015-05-03'],
  ])('are read from "%s"', (text, starts, ends) => {
    expect(findDates(text, english.months)).toMatchObject({ starts, ends });
  });

  it.each(['31 April 2015', 'in April 2015', 'resolution 1325 of 2000'])('are not made up from "%s"', (text) => {
    expect(findDates(text, english.months)).toBeUndefined();
  });
});

describe('an enumeration of names', () => {
  it.each([
    ['Kenya, Uganda and Bosnia and Herzegovina', ['Kenya', 'Uganda', 'Bosnia and Herzegovina']],
    ['Chile, the Philippines, and the United States', ['Chile', 'Philippines', 'United States']],
    ['the Study; the Review of Peace and War; and the Report', ['Study', 'Review of Peace and War', 'Report']],
    ['the Ministry of Women and Children and the Lake Institute', ['Ministry of Women and Children', 'Lake Institute']],
    ['the Ministry of Women and Children', ['Ministry of Women and Children']],
  ])('"%s" is split', (text, names) => {
    expect(splitNames(text, english.meeting)).toEqual(names);
  });
});

describe('the text before the recommendations', () => {
  it('says who organised the meeting, where, when, with whom, for whose money and to what end', () => {
    const { meeting, missing } = meetingOf(
      'With the aim of safer quays; and to learn, the Harbour League in partnership with the City of Port and the Office of Trade and Ships,',
      'organized the “Workshop on Quays” in Port Town on 3-5 March 2024.',
      '42 experts from offices and guilds from Kenya, the Netherlands and Chile took part in the workshop.',
      'It was financially supported by the Sea Fund.',
      'The results are contributions to the Study of Ports; and the Review of Quays.',
    );
    expect(meeting).toEqual({
      name: 'Workshop on Quays',
      organisers: ['Harbour League', 'City of Port', 'Office of Trade and Ships'],
      starts: '2024-03-03',
      ends: '2024-03-05',
      place: 'Port Town',
      funder: 'Sea Fund',
      participants: 42,
      countries: ['Kenya', 'Netherlands', 'Chile'],
      contributions: ['Study of Ports', 'Review of Quays'],
    });
    expect(missing).toEqual([]);
  });

  it('may name the organisers behind the verb', () => {
    const { meeting } = meetingOf(
      'The workshop was organised by the Ministry of Ports and the Lake Institute in Nairobi, Kenya from 3 to 5 May 2024.',
    );
    expect(meeting).toMatchObject({
      organisers: ['Ministry of Ports', 'Lake Institute'],
      place: 'Nairobi, Kenya',
      starts: '2024-05-03',
      ends: '2024-05-05',
    });
  });

  it('is asked for what it does not say', () => {
    const { meeting, missing } = meetingOf('We met and it was good for all of us.');
    expect(meeting).toEqual({ organisers: [], countries: [], contributions: [] });
    expect(missing).toEqual(['organisers', 'dates', 'place', 'funder', 'countries', 'participants', 'contributions']);
  });
});
