import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReportedUpdate } from '@uptake/progress/contracts';
import { DayPipe, TranslocoPipe } from '@uptake/web/i18n';
import { Status } from '@uptake/web/ui';

/** After a report: what was kept, and what happens next. */
@Component({
  selector: 'ut-report-sent',
  imports: [DayPipe, RouterLink, Status, TranslocoPipe],
  template: `
    <div class="narrow" role="status">
      <h1 #heading class="t-1" tabindex="-1">{{ 'progress.sent.title' | transloco }}</h1>
      <p class="stands">
        {{ 'progress.sent.now' | transloco: { institution: update().institution.name } }}
        <ut-status axis="implementation" [state]="update().implementation" />
      </p>
      <ul class="t-s">
        <li>{{ 'progress.sent.published' | transloco }}</li>
        <li>{{ (update().implementation === 'implemented' ? 'progress.sent.verification' : 'progress.sent.reading') | transloco }}</li>
        <li>
          {{
            update().nextDueOn
              ? ('progress.sent.next' | transloco: { day: update().nextDueOn | utDay })
              : ('progress.sent.noNext' | transloco)
          }}
        </li>
      </ul>
      <div class="cluster">
        <a class="btn primary" [routerLink]="['/recommendations', update().recommendationId]">{{ 'progress.sent.see' | transloco }}</a>
        <a class="btn" [routerLink]="byLink() ? '/sign-in' : '/'">
          {{ (byLink() ? 'progress.sent.signIn' : 'progress.report.home') | transloco }}
        </a>
      </div>
    </div>
  `,
  styleUrl: './report-sent.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportSent {
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  readonly update = input.required<ReportedUpdate>();
  /** Whether the link of a reminder was used, so that nobody need be signed in. */
  readonly byLink = input(false);

  constructor() {
    // The form is gone, and the focus with it: a screen reader goes on from here.
    afterNextRender(() => this.heading().nativeElement.focus());
  }
}
