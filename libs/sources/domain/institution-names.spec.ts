import { joinNameLines, learnNames, readNames } from './institution-names';
import { english } from './words/english';

const cells = ['Home Affairs', 'Trade', 'Police', 'Home Affairs', 'Home Affairs Trade', 'Home Affairs-Border Guard'];
const book = learnNames(cells, english);
const read = (line: string) => readNames(line, book, english);

describe('names of institutions', () => {
  it('are learned from cells that hold one, and split where several are squeezed into one', () => {
    expect(read('Police Home Affairs Trade').institutions).toEqual([{ name: 'Police' }, { name: 'Home Affairs' }, { name: 'Trade' }]);
    expect(read('Police Home Affairs Trade').unclear).toEqual([]);
  });

  it('have parts after a hyphen, several after slashes, up to the next name', () => {
    expect(read('Home Affairs-Border Guard/Office for Visas Police').institutions).toEqual([
      { name: 'Border Guard', parent: 'Home Affairs' },
      { name: 'Office for Visas', parent: 'Home Affairs' },
      { name: 'Police' },
    ]);
  });

  it('are split at commas and semicolons without being known', () => {
    expect(read('Ministry of Health; Red Cross').institutions).toEqual([{ name: 'Ministry of Health' }, { name: 'Red Cross' }]);
  });

  it('carry the mark of the body that coordinates', () => {
    expect(read('Trade (coordination) Police').institutions).toEqual([{ name: 'Trade', coordinator: true }, { name: 'Police' }]);
  });

  it('are reported where a split rests on nothing', () => {
    expect(read('Trade Weather Service').unclear).toEqual(['Trade Weather Service']);
  });

  it('are reported where they are written in another way', () => {
    expect(read('home affairs').unreadable).toEqual(['home affairs']);
    expect(read('HOME AFFAIRS').respelled).toEqual([['HOME AFFAIRS', 'Home Affairs']]);
    expect(read('Home Affairs-Border guard').respelled).toEqual([['Border guard', 'Border Guard']]);
  });

  it('go on in the next line after a word that hangs', () => {
    const alone = new Map([
      ['trade', 3],
      ['home affairs', 2],
    ]);
    expect(joinNameLines(['Office for', 'Visas', 'Trade', 'Home Affairs', 'noise'], alone, english)).toEqual([
      'Office for Visas',
      'Trade',
      'Home Affairs',
      'noise',
    ]);
  });

  it('are guessed from what is left beside known names in several cells, and said to be guessed', () => {
    const guessing = learnNames(['Trade', 'Police', 'Coast Watch Trade', 'Coast Watch Police'], english);
    const reading = readNames('Coast Watch Trade', guessing, english);
    expect(reading.institutions).toEqual([{ name: 'Coast Watch' }, { name: 'Trade' }]);
    expect(reading.unclear).toEqual(['Coast Watch Trade']);
  });
});
