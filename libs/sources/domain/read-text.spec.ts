import { readText } from './read-text';

const kinds = (text: string) => readText(text).map(({ kind }) => kind);

describe('readText', () => {
  it('keeps line numbers with a byte order mark, CRLF and no-break spaces', () => {
    expect(readText('\uFEFFFirst\u00A0heading\r\n\r\n- an item\r\n  that wraps.\r\n')).toEqual([
      { kind: 'heading', style: 'plain', text: 'First heading', line: 1, lastLine: 1 },
      { kind: 'listItem', text: 'an item that wraps.', depth: 0, line: 3, lastLine: 4 },
    ]);
  });

  it.each(['-', '•', '*', '–'])('reads "%s" as a bullet', (sign) => {
    expect(readText(`${sign} Train them.`)).toMatchObject([{ kind: 'listItem', text: 'Train them.' }]);
  });

  it.each([
    ['1. Train them.', '1'],
    ['2) Train them.', '2'],
    ['b) Train them.', 'b'],
    ['3.1 Train them.', '3.1'],
    ['- 4. Train them.', '4'],
  ])('reads the number of "%s"', (line, number) => {
    expect(readText(line)).toMatchObject([{ kind: 'listItem', text: 'Train them.', number }]);
  });

  it('does not take a year or a count at the start of a sentence for a number of a list', () => {
    expect(kinds('35 people came. They stayed for two days.\n\n2015 was a good year. It was long.')).toEqual(['paragraph', 'paragraph']);
  });

  it('tells headings from sentences', () => {
    expect(readText('TRAINING AND ADVICE\n- Do it.\n\nMonitoring\n\nThis is a sentence.')).toMatchObject([
      { kind: 'heading', style: 'upper', text: 'TRAINING AND ADVICE' },
      { kind: 'listItem' },
      { kind: 'heading', style: 'plain', text: 'Monitoring' },
      { kind: 'paragraph' },
    ]);
  });

  it('reads the depth of Markdown headings', () => {
    expect(readText('## Themes\n### Training')).toMatchObject([
      { style: 'marked', depth: 2, text: 'Themes' },
      { style: 'marked', depth: 3, text: 'Training' },
    ]);
  });

  it('reads rows with their empty cells', () => {
    expect(readText('No.\tText\n1.\tDo it\n\t\n')).toMatchObject([
      { kind: 'tableRow', cells: ['No.', 'Text'], line: 1 },
      { kind: 'tableRow', cells: ['1.', 'Do it'], line: 2 },
    ]);
  });

  it('reads a bullet with a tab as a bullet', () => {
    expect(kinds('•\tNot a row.')).toEqual(['listItem']);
  });

  it.each(['² The law of 1950.', ' $^{2}$ The law of 1950.', '$^{^2}$ The law of 1950.', '^2 The law of 1950.', '[^2]: The law of 1950.'])(
    'reads "%s" as a footnote',
    (line) => {
      expect(readText(line)).toMatchObject([{ kind: 'footnote', mark: '2', text: 'The law of 1950.' }]);
    },
  );

  it('reads two footnotes on one line', () => {
    expect(readText('² The law of 1950. ³ Idem')).toMatchObject([
      { mark: '2', text: 'The law of 1950.' },
      { mark: '3', text: 'Idem' },
    ]);
  });

  it('closes a word cut at the end of a line only where the document knows the whole word', () => {
    const [first, second] = readText(
      'The training is long and the train-\ning is good and it goes on.\n\nThe pre-\ndeployment was short and it is over.',
    );
    expect(first).toMatchObject({ text: 'The training is long and the training is good and it goes on.' });
    expect(second).toMatchObject({ text: 'The pre-deployment was short and it is over.' });
  });
});
