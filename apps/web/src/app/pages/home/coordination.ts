import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Overview } from '@uptake/recommendations/contracts';
import { DayPipe, TranslocoPipe } from '@uptake/web/i18n';
import { MarginSection, Status } from '@uptake/web/ui';

/** What waits for a coordinator: claims to verify, and the institutions whose updates are late. */
@Component({
  selector: 'ut-coordination',
  imports: [DayPipe, MarginSection, RouterLink, Status, TranslocoPipe],
  template: `
    @if (overview().toVerify.length) {
      <ut-margin-section
        [label]="'home.verify.title' | transloco"
        [note]="'home.verify.note' | transloco"
        [figure]="overview().toVerify.length"
        tone="attention"
      >
        <ul>
          @for (claim of overview().toVerify; track claim.assignmentId) {
            <li>
              <div>
                <a class="quiet title" [routerLink]="['/recommendations', claim.recommendation.id]">{{ claim.recommendation.text }}</a>
                <p class="t-s muted">
                  <bdi>{{ claim.recommendation.reference }}</bdi> · {{ claim.institution }}
                </p>
              </div>
              <p class="t-s standing">
                <ut-status axis="verification" [state]="claim.underReview ? 'under_review' : 'unverified'" plain />
                <span class="muted">{{ claim.reportedAt | utDay }}</span>
              </p>
              <a class="btn small primary" [routerLink]="['/recommendations', claim.recommendation.id]" fragment="responsible">{{
                'home.verify.look' | transloco
              }}</a>
            </li>
          }
        </ul>
      </ut-margin-section>
    }
    @if (overview().overdue.length) {
      <ut-margin-section
        [label]="'home.late.title' | transloco"
        [note]="'home.late.note' | transloco"
        [figure]="overview().overdue.length"
        tone="late"
      >
        <ul>
          @for (late of overview().overdue; track late.institution.id) {
            <li>
              <a
                class="quiet title"
                routerLink="/recommendations"
                [queryParams]="{ institution: late.institution.id, status: ['overdue', 'no_update_received'] }"
                >{{ late.institution.name }}</a
              >
              <p class="t-s">{{ 'home.late.updates' | transloco: { count: late.count } }}</p>
              <p class="t-s late-text">{{ 'home.late.days' | transloco: { days: late.days } }}</p>
            </li>
          }
        </ul>
      </ut-margin-section>
    }
  `,
  styleUrl: './home-lines.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Coordination {
  readonly overview = input.required<Overview>();
}
