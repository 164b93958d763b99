import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PageView, provideTesting } from '@uptake/web/testing';
import { VoteBar } from './vote-bar';
import { VoteButtons } from './vote-buttons';
import type { VoteChoice, VoteCounts } from './vote-counts';

@Component({
  imports: [VoteBar, VoteButtons],
  template: `
    <ut-vote-buttons label="13.b" [choice]="choice()" [closed]="closed()" (choose)="choice.set($event)" />
    <ut-vote-bar [counts]="counts()" />
    <input />
  `,
})
class Ballot {
  readonly choice = signal<VoteChoice | null>(null);
  readonly closed = signal(false);
  readonly counts = signal<VoteCounts>({ agree: 24, disagree: 6, pass: 0 });
}

describe('the parts of a vote', () => {
  let ballot: Ballot;
  let page: PageView;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    const fixture = TestBed.createComponent(Ballot);
    ballot = fixture.componentInstance;
    page = new PageView(fixture);
    await page.settle();
  });

  const key = async (name: string, target: EventTarget = document.body, options: KeyboardEventInit = {}) => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, ...options }));
    await page.settle();
  };

  it('choose by pressing, and show what was chosen', async () => {
    await page.press('Disagree');
    expect(ballot.choice()).toBe('disagree');
    expect(page.all('[aria-pressed="true"]').map((button) => button.textContent?.trim())).toEqual(['Disagree']);
  });

  it('choose by the keys 1, 2 and 3, but not while somebody types or calls a shortcut', async () => {
    await key('3');
    expect(ballot.choice()).toBe('pass');
    document.body.append(page.element);
    await key('1', page.all('input')[0]);
    await key('2', document.body, { ctrlKey: true });
    expect(ballot.choice()).toBe('pass');
    page.element.remove();
  });

  it('choose nothing once the ballot is closed', async () => {
    ballot.closed.set(true);
    await page.settle();
    await key('1');
    page.control('Agree').click();
    expect(ballot.choice()).toBeNull();
  });

  it('tell all three counts side by side, also those of nobody, and never a difference', () => {
    expect(page.all('[role="img"]')[0]?.getAttribute('aria-label')).toBe('24 agree, 6 disagree, 0 pass');
    expect(page.all('dd').map((count) => count.textContent)).toEqual(['24', '6', '0']);
    expect(page.all('.bar i')).toHaveLength(2);
  });
});
