import { outlineOf, sourceOf, warningsOf } from './outline-of';

const file = 'institution-profile.txt';
const outline = outlineOf(file);

describe('the profile of the institution', () => {
  const profile = outline.institution;

  it('has its name, kind, description, activities, kinds of investment and region', () => {
    const lines = sourceOf(file).split('\n');
    expect(outline).toMatchObject({ kind: 'institution', language: 'en', title: lines[0], levels: ['Strategic outcome', 'Sub-outcome'] });
    expect(profile).toMatchObject({
      name: lines[0],
      kind: lines[10],
      description: lines[14],
      activities: lines[18],
      region: lines.at(-1)?.trim(),
    });
    expect(profile?.investments).toEqual(['Policy', 'Programmatic']);
  });

  it('commits to four strategic outcomes and four sub-outcomes, each with its whole comment', () => {
    const comments = new Map(
      sourceOf(file)
        .split('\n')
        .flatMap((line) => {
          const match = /^(?:Strategic outcome|Sub-outcome) ([\d.]+): (.+)$/u.exec(line);
          return match?.[1] && match[2] ? [[match[1], match[2].trim()] as const] : [];
        }),
    );
    expect(profile?.outcomes.map(({ code }) => code)).toEqual(['1', '2', '3', '5']);
    expect(profile?.subOutcomes.map(({ code }) => code)).toEqual(['3.1', '3.2', '3.4', '5.1']);
    for (const { code, comment } of [...(profile?.outcomes ?? []), ...(profile?.subOutcomes ?? [])])
      expect(comment).toBe(comments.get(code));
    expect(comments.size).toBe(8);
  });

  it('shows the sub-outcomes under their outcomes, for that institution', () => {
    expect(outline.sections.map(({ code, count }) => [code, count])).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 3],
      ['5', 1],
    ]);
    expect(outline.items.map(({ path }) => path.join('.'))).toEqual(['3.1', '3.2', '3.3', '4.1']);
    for (const { institutions } of outline.items) expect(institutions).toEqual([{ name: outline.title }]);
  });

  it('warns of the two titles that break off in the middle of a word', () => {
    expect(warningsOf(outline, 'text-cut-off').map(({ line, reference, whole }) => [line, reference, whole.length])).toEqual([
      [23, '1', 10],
      [24, '2', 14],
    ]);
    expect(outline.warnings).toHaveLength(2);
  });
});
