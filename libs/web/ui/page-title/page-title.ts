import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Languages } from '@uptake/web/i18n';

/**
 * The title of the window. A route gives a key of the language files (`title: 'people.signIn.title'`); a page that knows better, such as
 * that of one recommendation, says so with `PageTitle.name('13.b')` once it has loaded.
 */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly languages = inject(Languages);
  private readonly key = signal('');
  private readonly own = signal('');
  private readonly page = computed(() => this.own() || (this.key() ? this.languages.say(this.key()) : ''));

  constructor() {
    super();
    effect(() => this.title.setTitle(this.page() ? `${this.page()} · Uptake` : 'Uptake'));
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.own.set('');
    this.key.set(this.buildTitle(snapshot) ?? '');
  }

  name(page: string): void {
    this.own.set(page);
  }
}
