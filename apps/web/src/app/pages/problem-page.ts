import { ChangeDetectionStrategy, Component, DOCUMENT, inject } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';

/** Shown where a page could not be fetched at all; loading the address again is the one thing that helps. */
@Component({
  selector: 'ut-problem-page',
  imports: [TranslocoPipe],
  template: `
    <div class="page row">
      <div></div>
      <div>
        <h1 class="t-1">{{ 'shell.problem.title' | transloco }}</h1>
        <p class="muted">{{ 'shell.problem.why' | transloco }}</p>
        <button type="button" class="btn primary" (click)="reload()">{{ 'shell.problem.again' | transloco }}</button>
      </div>
    </div>
  `,
  styleUrl: './plain-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProblemPage {
  private readonly page = inject(DOCUMENT).defaultView;

  protected reload(): void {
    this.page?.location.reload();
  }
}
