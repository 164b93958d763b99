import { Component, computed, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TranslocoPipe } from '@jsverse/transloco';
import { Languages } from './languages';
import { provideLanguages } from './provide-languages';

@Component({ imports: [TranslocoPipe], template: `{{ 'ui.toast.undo' | transloco }} / {{ said() }}` })
class Speaker {
  private readonly languages = inject(Languages);
  readonly said = computed(() => this.languages.say('people.signIn.title'));
}

describe('the words of a slice', () => {
  it('are fetched once their page is opened, and then show', async () => {
    TestBed.configureTestingModule({ providers: [provideLanguages('ui')] });
    const fixture = TestBed.createComponent(Speaker);
    await TestBed.inject(Languages).load('people');
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('Undo / Sign in');
  });

  it('set the language and the direction of the document', async () => {
    TestBed.configureTestingModule({ providers: [provideLanguages('ui')] });
    await TestBed.inject(Languages).load('ui');
    TestBed.tick();
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr']);
  });
});
