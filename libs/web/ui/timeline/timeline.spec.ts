import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { boldEnd, boldStart } from '@uptake/web/i18n';
import { PageView, provideTesting } from '@uptake/web/testing';
import { Timeline, type TimelineEntry } from './timeline';

@Component({ imports: [Timeline], template: '<ut-timeline [entries]="entries" />' })
class History {
  readonly entries: readonly TimelineEntry[] = [
    { id: '2', at: '2027-06-02', kind: 'key', sentence: `The Ministry reported ${boldStart}in progress${boldEnd}.`, note: 'With one file' },
    { id: '1', at: null, kind: 'plain', sentence: 'Proposed <b>here</b>' },
  ];
}

describe('a timeline', () => {
  let page: PageView;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    page = new PageView(TestBed.createComponent(History));
    await page.settle();
  });

  it('tells dates with the month in words, and nothing where a rule keeps the time to itself', () => {
    expect(page.all('time').map((time) => [time.getAttribute('datetime'), time.textContent])).toEqual([
      ['2027-06-02', '2 Jun 2027'],
      [null, ''],
    ]);
  });

  it('sets in bold what the language file marks, and shows markup inside of values as it was written', () => {
    expect(page.all('b').map((bold) => bold.textContent)).toEqual(['in progress']);
    expect(page.text).toContain('Proposed <b>here</b>');
  });
});
