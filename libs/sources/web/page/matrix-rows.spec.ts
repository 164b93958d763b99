import type { PlanMatrix } from '@uptake/sources/contracts';
import { matrixRows, matrixTree } from './matrix-rows';

const section = (id: string, parentId: string | null, level: number) => ({ id, parentId, level, code: id, title: `Section ${id}` });
const line = (code: string, sectionId: string | null, status = 'not_started') => ({
  ...{ id: code, reference: code, code, text: `Line ${code}`, sectionId, instruments: [], bodies: [], status, dueOn: null },
});
const plan: PlanMatrix = {
  levels: ['Objective', 'Goal', 'Line of action'],
  sections: [section('1', null, 0), section('1.1', '1', 1), section('1.2', '1', 1), section('2', null, 0), section('2.1', '2', 1)],
  rows: [line('a', '1.1', 'verified'), line('b', '1.1'), line('c', '1.2', 'overdue'), line('d', '2.1'), line('e', '2'), line('f', null)],
};

describe('a plan as one table', () => {
  it('carries down what the row above stands in too', () => {
    const cells = matrixRows(plan).map((row) => row.cells.map((cell) => cell && `${cell.section.id}${cell.carried ? ' carried' : ''}`));
    expect(cells).toEqual([
      ['1', '1.1'],
      ['1 carried', '1.1 carried'],
      ['1 carried', '1.2'],
      ['2', '2.1'],
      ['2 carried', null],
      [null, null],
    ]);
  });

  it('says where each row begins to differ', () => {
    expect(matrixRows(plan).map(({ changesAt }) => changesAt)).toEqual([0, 2, 1, 0, 1, 0]);
  });
});

describe('a plan as a tree', () => {
  it('holds every line once, in the section that it stands in', () => {
    const { roots, loose } = matrixTree(plan);
    expect(roots.map(({ section: { id }, statuses }) => [id, statuses])).toEqual([
      ['1', ['verified', 'not_started', 'overdue']],
      ['2', ['not_started', 'not_started']],
    ]);
    expect(roots[0]?.sections.map(({ lines }) => lines.map(({ code }) => code))).toEqual([['a', 'b'], ['c']]);
    expect(roots[1]?.lines.map(({ code }) => code)).toEqual(['e']);
    expect(loose.map(({ code }) => code)).toEqual(['f']);
  });
});
