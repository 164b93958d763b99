import { GroupedWork } from './grouped-work';

describe('grouped work', () => {
  /** Lets go of the first group only when told. */
  function held() {
    const groups: number[][] = [];
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const work = new GroupedWork<number, string>(async (_, items) => {
      groups.push(items);
      await gate;
      if (items.includes(13)) throw new Error('bad luck');
      return items.map((item) => `did ${item}`);
    }, 3);
    return { groups, work, release };
  }

  it('begins at once, and takes together what came meanwhile, in order and no more than allowed', async () => {
    const { groups, work, release } = held();
    const done = [1, 2, 3, 4, 5].map((item) => work.do('ballot', item));
    release();
    expect(await Promise.all(done)).toEqual(['did 1', 'did 2', 'did 3', 'did 4', 'did 5']);
    expect(groups).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('does different things side by side', async () => {
    const { groups, work, release } = held();
    const done = [work.do('one', 1), work.do('other', 2)];
    expect(groups).toEqual([[1], [2]]);
    release();
    await Promise.all(done);
  });

  it('spoils nothing by one bad piece', async () => {
    const { work, release } = held();
    const done = [1, 2, 13, 3].map((item) => work.do('ballot', item));
    release();
    const ends = await Promise.allSettled(done);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('goes on after it had nothing to do', async () => {
    const { work, release } = held();
    release();
    await work.do('ballot', 1);
    expect(await work.do('ballot', 2)).toBe('did 2');
  });
});
