import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PageView, provideTesting } from '@uptake/web/testing';
import { Facet, type FacetOption } from './facet';

@Component({ imports: [Facet], template: '<ut-facet label="Source" [options]="options" [(chosen)]="chosen" />' })
class Filter {
  readonly chosen = signal<readonly string[]>(['plan']);
  readonly options: readonly FacetOption[] = [
    { value: 'plan', label: 'Third national plan', count: 71 },
    { value: 'event', label: 'Signatory event', count: 1204 },
  ];
}

describe('a filter', () => {
  let filter: Filter;
  let page: PageView;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    const fixture = TestBed.createComponent(Filter);
    filter = fixture.componentInstance;
    page = new PageView(fixture);
    await page.settle();
  });

  it('shows what is chosen, and how many there are of each', () => {
    expect(page.field(/^Third national plan/).checked).toBe(true);
    expect(page.field(/^Signatory event 1,204/).checked).toBe(false);
  });

  it('adds and takes away', async () => {
    page.field(/^Signatory event/).click();
    expect(filter.chosen()).toEqual(['plan', 'event']);
    await page.settle();
    page.field(/^Third national plan/).click();
    expect(filter.chosen()).toEqual(['event']);
  });
});
