import { readText } from '../read-text';
import { recognise } from '../recognise';

const form = [
  'Harbour Office',
  '',
  'Name of organization/institution',
  '',
  'Harbour Office',
  '',
  'Organization details',
  '',
  'Government',
  '',
  'Description of your organization/institution',
  '',
  'The office keeps the harbour. It has two boats.',
  '',
  'Strategic outcome',
  '',
  '1. Safety - The quays are safe and nobody falls from the stai,',
  '3. Rescue - Everybody is found',
  '',
  'Sub-outcome 3',
  '',
  '3.1 There are boats,',
  '3.2 There are lights',
  '',
  'What type of investments will you make?',
  '',
  'Policy, Programmatic',
  '',
  'Description/comments',
  '',
  'Strategic outcome 1: The quays are safe and nobody falls from the stairs. We mark them.',
  '',
  'Sub-outcome 3.1: We buy boats.',
  '',
  'And we paint them every year.',
  '',
  'Sub-outcome 3.9: Something else.',
  '',
  'Country/Region',
  '',
  'The harbour and the sea around it.',
].join('\n');

describe('the form of an institution', () => {
  const outline = recognise(readText(form));

  it('gives its fields, its outcomes with their comments and its kinds of investment', () => {
    expect(outline).toMatchObject({
      kind: 'institution',
      title: 'Harbour Office',
      institution: {
        name: 'Harbour Office',
        kind: 'Government',
        description: 'The office keeps the harbour. It has two boats.',
        outcomes: [
          { code: '1', comment: 'The quays are safe and nobody falls from the stairs. We mark them.' },
          { code: '3', title: 'Rescue - Everybody is found' },
        ],
        subOutcomes: [
          { code: '3.1', title: 'There are boats', comment: 'We buy boats.\n\nAnd we paint them every year.' },
          { code: '3.2', title: 'There are lights' },
        ],
        investments: ['Policy', 'Programmatic'],
        region: 'The harbour and the sea around it.',
      },
    });
  });

  it('shows sub-outcomes as items under their outcomes', () => {
    expect(outline.levels).toEqual(['Strategic outcome', 'Sub-outcome']);
    expect(outline.sections.map(({ code, count }) => [code, count])).toEqual([
      ['1', 0],
      ['3', 2],
    ]);
    expect(outline.items.map(({ path, code, institutions }) => [path.join('.'), code, institutions])).toEqual([
      ['2.1', '3.1', [{ name: 'Harbour Office' }]],
      ['2.2', '3.2', [{ name: 'Harbour Office' }]],
    ]);
  });

  it('is warned of for what it lacks, breaks off or says about nothing', () => {
    expect(outline.warnings).toEqual([
      { code: 'profile-field-missing', line: 1, field: 'activities' },
      { code: 'text-cut-off', line: 17, reference: '1', whole: 'stairs' },
      { code: 'outcome-without-comment', line: 18, reference: '3' },
      { code: 'outcome-without-comment', line: 23, reference: '3.2' },
      { code: 'comment-without-outcome', line: 37, reference: '3.9' },
    ]);
  });
});
