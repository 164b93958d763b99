import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@uptake/web/i18n';

/** What a visitor sees who is not signed in. */
@Component({
  selector: 'ut-welcome',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <div class="page row">
      <div></div>
      <div>
        <h1 class="t-1">{{ 'shell.welcome.title' | transloco }}</h1>
        <p class="muted">{{ 'shell.welcome.what' | transloco }}</p>
        <a class="btn primary" routerLink="/sign-in">{{ 'shell.menu.signIn' | transloco }}</a>
      </div>
    </div>
  `,
  styleUrl: './plain-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Welcome {}
