import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Problem } from '@uptake/web/http';
import { PageView, provideTesting } from '@uptake/web/testing';
import { ProblemNotice } from './problem-notice';

@Component({
  imports: [ProblemNotice],
  template: '<ut-problem-notice [problem]="problem()" [retryable]="true" (again)="tries.set(tries() + 1)" />',
})
class Page {
  readonly problem = signal<unknown>(new Error('x is not a function'));
  readonly tries = signal(0);
}

const problem = (status: number, code: string, detail?: string) =>
  new Problem({ type: '', title: 'Internal title', status, code, ...(detail ? { detail } : {}) });

describe('a problem on a page', () => {
  let shown: Page;
  let page: PageView;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    const fixture = TestBed.createComponent(Page);
    shown = fixture.componentInstance;
    page = new PageView(fixture);
    await page.settle();
  });

  it.each([
    [problem(409, 'ballot_closed', 'The ballot closed at 11:45.'), 'The ballot closed at 11:45.'],
    [problem(0, 'unreachable'), 'The server does not answer.'],
    [problem(403, 'unreadable'), 'does not allow that'],
    [problem(404, 'unreadable'), 'This is not here.'],
    [problem(412, 'unreadable'), 'Somebody changed this'],
    [problem(502, 'unreadable'), 'on our side'],
    [new Error('x is not a function'), 'on our side'],
  ])('is told in plain words: %s', async (thrown, words) => {
    shown.problem.set(thrown);
    await page.settle();
    expect(page.text).toContain(words);
    expect(page.text).not.toMatch(/Internal title|not a function|unreadable/);
  });

  it('lets the person try again', async () => {
    await page.press('Try again');
    expect(shown.tries()).toBe(1);
  });
});
