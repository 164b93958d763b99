import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@uptake/people/web';
import { TranslocoPipe } from '@uptake/web/i18n';

/** What Uptake is for, in one sentence, and the way in. */
@Component({
  selector: 'ut-welcome',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <div class="page row">
      <div></div>
      <div>
        <h1 class="t-1">{{ 'shell.welcome.title' | transloco }}</h1>
        <p class="muted">{{ 'shell.welcome.what' | transloco }}</p>
        @if (session.signedIn()) {
          <a class="btn" routerLink="/recommendations">{{ 'shell.welcome.recommendations' | transloco }}</a>
        } @else {
          <a class="btn primary" routerLink="/sign-in">{{ 'shell.menu.signIn' | transloco }}</a>
        }
      </div>
    </div>
  `,
  styleUrl: './plain-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Welcome {
  protected readonly session = inject(Session);
}
