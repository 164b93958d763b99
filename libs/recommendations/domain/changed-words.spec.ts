import * as fc from 'fast-check';
import { changedWords } from './changed-words';

const texts = fc.array(fc.constantFrom('train', 'every', 'officer', 'all', 'staff', 'before'), { minLength: 1, maxLength: 9 });

describe('the words that an edit changed', () => {
  it('are told without those around them', () => {
    expect(changedWords('Train all staff before deployment.', 'Train every officer before deployment.')).toEqual({
      before: 'all staff',
      after: 'every officer',
    });
  });

  it('leave out the full stop that both end with', () => {
    expect(changedWords('Train all staff.', 'Train every officer.')).toEqual({ before: 'all staff', after: 'every officer' });
  });

  it('may be added or taken away alone', () => {
    expect(changedWords('Train officers.', 'Train new officers.')).toEqual({ before: '', after: 'new' });
    expect(changedWords('Train new officers.', 'Train officers.')).toEqual({ before: 'new', after: '' });
  });

  it('are not quoted where nothing, or nearly everything, changed', () => {
    expect(changedWords('Train officers.', 'Train officers.')).toBeNull();
    expect(changedWords('one two three four', 'five six seven eight', 3)).toBeNull();
  });

  it('put in the place of the old ones always make the new text', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [before, after] = [one.join(' '), other.join(' ')];
        const changed = changedWords(before, after);
        if (before === after) expect(changed).toBeNull();
        else expect(places(before, changed?.before ?? '', changed?.after ?? '')).toContain(after);
      }),
    );
  });
});

/** Every text that comes of replacing one occurrence of `gone` by `come`, word by word. */
function places(text: string, gone: string, come: string): string[] {
  const words = text.split(' ');
  const [old, fresh] = [gone, come].map((part) => part.split(' ').filter(Boolean)) as [string[], string[]];
  return words
    .map((_, at) => at)
    .concat(words.length)
    .filter((at) => old.every((word, index) => words[at + index] === word))
    .map((at) => [...words.slice(0, at), ...fresh, ...words.slice(at + old.length)].join(' '));
}
