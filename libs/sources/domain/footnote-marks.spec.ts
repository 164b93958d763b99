import { takeFootnoteMarks } from './footnote-marks';

const known = new Set(['2', '9', '10']);

describe('marks of footnotes', () => {
  it.each([
    ['rights of women ² .', 'rights of women.', ['2']],
    ['this analysis ^{9, 10} .', 'this analysis.', ['9', '10']],
    ['a law$^{2}$ and more', 'a law and more', ['2']],
    ['a law $^{^2}$', 'a law', ['2']],
    ['the plan² says', 'the plan says', ['2']],
  ])('are taken out of "%s"', (written, text, marks) => {
    expect(takeFootnoteMarks(written, known)).toEqual({ text, marks, unanswered: [] });
  });

  it('stay where no footnote answers, and are reported', () => {
    expect(takeFootnoteMarks('the plan⁷ says', known)).toEqual({ text: 'the plan⁷ says', marks: [], unanswered: ['7'] });
  });

  it('are not seen in units of measurement', () => {
    expect(takeFootnoteMarks('an office of 20 m² and 3 km²', known).marks).toEqual([]);
  });
});
