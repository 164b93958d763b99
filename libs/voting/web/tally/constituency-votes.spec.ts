import { TestBed } from '@angular/core/testing';
import { PageView, provideTesting } from '@uptake/web/testing';
import { ConstituencyVotes } from './constituency-votes';

describe('votes by constituency', () => {
  const show = async (results: Record<string, { agree: number; disagree: number; pass: number }>): Promise<PageView> => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    const fixture = TestBed.createComponent(ConstituencyVotes);
    fixture.componentRef.setInput('results', results);
    const page = new PageView(fixture);
    await page.settle();
    return page;
  };

  it('tell each group by its name, with its counts', async () => {
    const page = await show({ government: { agree: 4, disagree: 2, pass: 0 }, civil_society: { agree: 1, disagree: 3, pass: 1 } });
    const told = page.all('li').map((group) => group.textContent?.replace(/\s+/g, ' ').trim());
    expect(told).toEqual(['Civil society1 agree · 3 disagree · 1 pass', 'Government4 agree · 2 disagree · 0 pass']);
  });

  it('say nothing where no group is large enough', async () => {
    expect((await show({})).text).toBe('');
  });
});
