import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PageView, provideTesting } from '@uptake/web/testing';
import { Rating, type RatingLevel } from './rating';

@Component({
  imports: [Rating],
  template: `
    @for (level of levels; track level) {
      <ut-rating by="The coordinator" [level]="level">Reasons</ut-rating>
    }
  `,
})
class Ratings {
  readonly levels: readonly RatingLevel[] = ['none', 'limited', 'substantial', 'complete', 'not_verifiable'];
}

describe('a rating', () => {
  it('says its word and fills as many steps as its level has; what cannot be verified has no steps at all', async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    const page = new PageView(TestBed.createComponent(Ratings));
    await page.settle();
    const ratings = page.all('ut-rating').map((rating) => ({
      word: rating.querySelector('.word')?.textContent,
      filled: rating.querySelectorAll('.on').length,
      dashed: rating.querySelectorAll('.dashed').length,
    }));
    expect(ratings).toEqual([
      { word: 'None', filled: 1, dashed: 0 },
      { word: 'Limited', filled: 2, dashed: 0 },
      { word: 'Substantial', filled: 3, dashed: 0 },
      { word: 'Complete', filled: 4, dashed: 0 },
      { word: 'Not verifiable', filled: 0, dashed: 1 },
    ]);
  });
});
