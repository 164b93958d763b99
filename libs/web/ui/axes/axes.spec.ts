import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PageView, provideTesting } from '@uptake/web/testing';
import { Axes, type Axis, type AxisStanding } from './axes';

@Component({ imports: [Axes], template: '<ut-axes [standings]="standings" />' })
class Line {
  readonly standings: Record<Axis, AxisStanding | null> = {
    verification: null,
    implementation: { state: 'substantially_implemented', note: 'Reported 2 June 2027' },
    response: { state: 'accepted' },
    decision: { state: 'adopted', note: '28 May 2026' },
  };
}

describe('the four axes', () => {
  it('are always all four, in their order, and an empty one says so', async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    const page = new PageView(TestBed.createComponent(Line));
    await page.settle();
    const axes = page.all('dl > div').map((axis) => [...axis.children].map((line) => line.textContent?.trim()));
    expect(axes).toEqual([
      ['Decision', 'Adopted', '28 May 2026'],
      ['Response of the lead', 'Accepted'],
      ['Implementation', 'Substantially implemented', 'Reported 2 June 2027'],
      ['Verification', 'None yet'],
    ]);
  });
});
