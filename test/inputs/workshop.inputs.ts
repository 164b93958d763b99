import { fingerprint, outlineOf, sourceOf } from './outline-of';

const file = 'workshop-recommendations.txt';
const outline = outlineOf(file);

describe('the recommendations of the workshop', () => {
  it('are 30 under 10 themes', () => {
    expect(outline).toMatchObject({ kind: 'workshop', language: 'en', levels: ['Theme', 'Recommendation'] });
    expect(outline.sections.map(({ count }) => count)).toEqual([4, 3, 1, 5, 4, 1, 5, 3, 2, 2]);
    expect(outline.sections.map(({ path }) => path)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((position) => [position]));
    expect(outline.items).toHaveLength(30);
  });

  it('are the bullets of the document, word for word, on their lines', () => {
    const lines = sourceOf(file).split('\n');
    const bullets = lines.flatMap((line, index) => (line.startsWith('- ') ? [{ text: line.slice(2).trim(), line: index + 1 }] : []));
    expect(outline.items.map(({ text, line }) => ({ text, line }))).toEqual(bullets);
  });

  it('stand under the headings in capitals after the announcement', () => {
    const lines = sourceOf(file).split('\n');
    const announced = lines.findIndex((line) => line.endsWith(':'));
    const capitals = lines.slice(announced).filter((line) => line !== '' && line === line.toUpperCase());
    expect(outline.sections.map(({ title }) => title)).toEqual(capitals);
  });

  it('have the title below the letterhead', () => {
    expect(fingerprint(outline.title)).toBe('75625afe9933');
  });

  it('come from a meeting with organisers, dates, place, funder, countries and participants', () => {
    const { meeting } = outline;
    expect(meeting).toMatchObject({ starts: '2015-04-22', ends: '2015-04-23', participants: 35 });
    expect(meeting?.organisers).toHaveLength(3);
    expect(meeting?.countries).toHaveLength(15);
    expect(meeting?.contributions).toHaveLength(3);
    expect([...(meeting?.organisers ?? []), meeting?.place ?? '', meeting?.funder ?? ''].map(fingerprint)).toEqual([
      '667c7f199688',
      '8cc28b9913b0',
      '64cbc5f28c7f',
      '815eca977c7d',
      '7eaf58b8842a',
    ]);
    expect((meeting?.countries ?? []).map((country) => country.length)).toEqual([9, 9, 10, 7, 6, 5, 8, 5, 7, 5, 11, 11, 5, 6, 13]);
    expect((meeting?.contributions ?? []).map(fingerprint)).toEqual(['9f811e325d86', '7a51ab01cb24', 'b4d5d8a91f2c']);
  });

  it('need no warning', () => {
    expect(outline.warnings).toEqual([]);
  });
});
