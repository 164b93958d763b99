import type { Outline, OutlineWarning } from '@uptake/sources/domain';
import { placeWarnings, sentenceValues } from './placed-warnings';

const item = (place: number, line: number, lastLine: number, code?: string) => ({
  ...{ path: [1, place], text: `Text ${place}`, institutions: [], instruments: [], line, lastLine },
  ...(code ? { code } : {}),
});
const outline = (...warnings: OutlineWarning[]): Outline => ({
  title: 'Plan',
  language: 'en',
  kind: 'plan',
  levels: ['Goal', 'Line of action'],
  sections: [{ path: [1], title: 'Goal', count: 3, line: 1 }],
  items: [item(1, 5, 6, '18.c'), item(2, 6, 8), item(3, 9, 9, '6.a')],
  footnotes: [],
  warnings,
});
const without: OutlineWarning = { code: 'item-without-code', line: 6, after: '18.c', before: '18.e', missing: '18.d' };
const none = new Set<number>();

describe('a warning', () => {
  it('stands at the last item that has its line, with its proposal', () => {
    const places = placeWarnings(outline(without), none);
    const [placed] = places.ofItem.get(1) ?? [];
    expect(placed?.fix).toMatchObject({ words: 'nameIt', values: { reference: '18.d' }, back: false });
    expect(placed?.fix?.apply(outline(without)).items[1]?.code).toBe('18.d');
  });

  it('proposes no code that another item has', () => {
    const places = placeWarnings(outline({ ...without, missing: '6.a' }), none);
    expect(places.ofItem.get(1)?.[0]?.fix).toBeUndefined();
  });

  it('about a repaired code proposes to go back to what is written', () => {
    const repaired: OutlineWarning = { code: 'code-repaired', line: 9, written: 'б.а', reference: '6.a' };
    expect(placeWarnings(outline(repaired), none).ofItem.get(2)?.[0]?.fix).toMatchObject({ words: 'writeAs', back: true });
  });

  it('far from every item stands elsewhere', () => {
    const places = placeWarnings(outline({ code: 'title-not-found', line: 1 }, { code: 'text-outside-items', line: 40, text: 'x' }), none);
    expect(places.elsewhere.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('that is settled is gone', () => {
    const places = placeWarnings(outline(without, { code: 'title-not-found', line: 1 }), new Set([0]));
    expect({ open: places.open, items: places.ofItem.size }).toEqual({ open: 1, items: 0 });
  });

  it('says none where a parameter is empty, as its sentence expects', () => {
    expect(sentenceValues({ ...without, missing: '' })).toMatchObject({ missing: 'none', after: '18.c' });
  });
});
