import { sentenceStarts, splitSentences } from './sentences';

describe('sentences', () => {
  it('end before a capital, not after abbreviations', () => {
    expect(splitSentences('Reports sent. Budget, e.g. Training, spent (art. 7). Number of Dr. Ngo’s visits.')).toEqual([
      'Reports sent.',
      'Budget, e.g. Training, spent (art. 7).',
      'Number of Dr. Ngo’s visits.',
    ]);
  });

  it('begin where they are said to begin', () => {
    const text = 'One here. Two there. Three.';
    expect(sentenceStarts(text).map((start) => text.slice(start, start + 3))).toEqual(['One', 'Two', 'Thr']);
  });
});
