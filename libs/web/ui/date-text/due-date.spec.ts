import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Locale, Now } from '@uptake/web/i18n';
import { PageView, provideTesting } from '@uptake/web/testing';
import { DueDate } from './due-date';

@Component({ imports: [DueDate], template: '<ut-due-date [day]="day()" [settled]="settled()" />' })
class Line {
  readonly day = signal('2027-06-30');
  readonly settled = signal(false);
}

describe('a due date', () => {
  let line: Line;
  let page: PageView;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    TestBed.inject(Locale).timeZone.set('Europe/Brussels');
    TestBed.inject(Now).time.set(new Date('2027-06-16T09:00:00Z'));
    const fixture = TestBed.createComponent(Line);
    line = fixture.componentInstance;
    page = new PageView(fixture);
    await page.settle();
  });

  it('has the distance beside it once it is near', async () => {
    expect(page.text).toBe('30 Jun 2027 in 14 days');
    line.day.set('2027-12-31');
    await page.settle();
    expect(page.text).toBe('31 Dec 2027');
  });

  it('says how late it is, and comes to be late on a page left open', async () => {
    line.day.set('2027-06-15');
    await page.settle();
    expect(page.text).toBe('15 Jun 2027 1 day late');
    TestBed.inject(Now).time.set(new Date('2027-06-30T22:30:00Z'));
    await page.settle();
    expect(page.text).toBe('15 Jun 2027 16 days late');
    expect(page.all('ut-due-date.late')).toHaveLength(1);
  });

  it('is never late once the work is done', async () => {
    line.day.set('2027-06-01');
    line.settled.set(true);
    await page.settle();
    expect(page.text).toBe('1 Jun 2027');
  });
});
