import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ReportForm as FormFacts, type ReportedUpdate } from '@uptake/progress/contracts';
import { Problem, apiUrl } from '@uptake/web/http';
import { TranslocoPipe } from '@uptake/web/i18n';
import { PageTitle, ProblemNotice } from '@uptake/web/ui';
import { ReportForm } from './report-form';
import { ReportSent } from './report-sent';

/** `/assignments/:id/report` for those who signed in, `/report/:token` by the link of a reminder: one form, then what happens next. */
@Component({
  selector: 'ut-report-page',
  imports: [ProblemNotice, ReportForm, ReportSent, RouterLink, TranslocoPipe],
  template: `
    @if (sent(); as update) {
      <ut-report-sent [update]="update" [byLink]="!!token()" />
    } @else if (facts.error(); as problem) {
      <div class="narrow">
        <h1 class="t-2">{{ 'progress.report.title' | transloco }}</h1>
        <ut-problem-notice [problem]="problem" [retryable]="canRetry()" (again)="facts.reload()" />
        <a class="btn" routerLink="/">{{ 'progress.report.home' | transloco }}</a>
      </div>
    } @else if (facts.hasValue()) {
      <ut-report-form [facts]="facts.value()" [address]="updatesAddress()" (sent)="sent.set($event)" />
    }
  `,
  styles: `
    .narrow {
      max-inline-size: 30rem;
      margin-inline: auto;
      padding: var(--space-16) var(--page-inset);
    }
    .narrow > * + * {
      margin-block-start: var(--space-6);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportPage {
  /** From the address: one of the two. */
  readonly id = input<string>();
  readonly token = input<string>();

  protected readonly sent = signal<ReportedUpdate | null>(null);
  protected readonly facts = httpResource(
    () => {
      const token = this.token();
      return apiUrl(token ? `/report-links/${encodeURIComponent(token)}` : `/assignments/${this.id()}/report-form`);
    },
    { parse: (answer) => FormFacts.parse(answer) },
  );
  protected readonly updatesAddress = computed((): `/${string}` => {
    const token = this.token();
    return token ? `/report-links/${encodeURIComponent(token)}/updates` : `/assignments/${this.id()}/updates`;
  });
  protected readonly canRetry = computed(() => Problem.from(this.facts.error()).status === 0);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.facts.hasValue()) title.name(this.facts.value().recommendation.reference);
    });
  }
}
