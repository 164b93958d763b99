import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@uptake/web/i18n';

@Component({
  selector: 'ut-not-found',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <div class="page row">
      <p class="code">404</p>
      <div>
        <h1 class="t-1">{{ 'shell.notFound.title' | transloco }}</h1>
        <p class="muted">{{ 'shell.notFound.why' | transloco }}</p>
        <a class="btn" routerLink="/">{{ 'shell.notFound.home' | transloco }}</a>
      </div>
    </div>
  `,
  styleUrl: './plain-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFound {}
