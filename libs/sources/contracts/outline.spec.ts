import { readText, recognise } from '@uptake/sources/domain';
import { outlineSchema } from './outline';

const outline = recognise(
  readText(
    'Action plan\n\nNo.\tGoal\tAction\tLead\n1.a\tSafety\tMark the quay.\tTrade (coordination)\n1.b\t\tLight it.\tPolice\n1.0\t\t\t•',
  ),
);

describe('the schema of an outline', () => {
  it('takes what the recogniser makes, warnings included, through JSON and back', () => {
    const sent: unknown = JSON.parse(JSON.stringify(outline));
    expect(outlineSchema.parse(sent)).toEqual(outline);
    expect(outline.warnings.length).toBeGreaterThan(0);
  });

  it.each([
    ['an item without a path', { items: [{ ...outline.items[0], path: [] }] }],
    ['an unknown kind', { kind: 'novel' }],
    ['a date that is none', { meeting: { organisers: [], countries: [], contributions: [], starts: '2015-02-30' } }],
    ['a warning without a line', { warnings: [{ code: 'stray-code' }] }],
  ])('refuses %s', (_what, change) => {
    expect(outlineSchema.safeParse({ ...outline, ...change }).success).toBe(false);
  });
});
