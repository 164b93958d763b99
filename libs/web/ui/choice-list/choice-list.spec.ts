import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormField, form } from '@angular/forms/signals';
import { PageView, provideTesting } from '@uptake/web/testing';
import { type Choice, ChoiceList } from './choice-list';

type Answer = 'accepted' | 'noted';

@Component({
  imports: [ChoiceList, FormField],
  template: `<ut-choice-list label="Answer" [choices]="choices" [formField]="form.answer" />`,
})
class Question {
  readonly choices: Choice<Answer>[] = [
    { value: 'accepted', label: 'Accepted', meaning: 'We will do it.' },
    { value: 'noted', label: 'Noted' },
  ];
  readonly model = signal<{ answer: Answer }>({ answer: 'noted' });
  readonly form = form(this.model);
}

describe('a list of choices', () => {
  it('shows what the form holds, and gives it what is chosen', async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    const fixture = TestBed.createComponent(Question);
    const page = new PageView(fixture);
    await page.settle();
    expect(page.field(/^Noted/).checked).toBe(true);
    expect(page.field('Accepted We will do it.').checked).toBe(false);
    page.field(/^Accepted/).click();
    await page.settle();
    expect(fixture.componentInstance.model()).toEqual({ answer: 'accepted' });
    expect(page.field(/^Noted/).checked).toBe(false);
  });
});
