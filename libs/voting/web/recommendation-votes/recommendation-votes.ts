import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RecommendationVotes as Votes } from '@uptake/voting/contracts';
import { apiUrl, lastValue } from '@uptake/web/http';
import { TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { ProblemNotice } from '@uptake/web/ui';
import { BallotOutcome } from './ballot-outcome';

/** Every ballot that a recommendation stood in, the newest first; one that is open moves while the page is looked at. */
@Component({
  selector: 'ut-recommendation-votes',
  imports: [BallotOutcome, ProblemNotice, TranslocoPipe],
  template: `
    @if (votes.error(); as problem) {
      <ut-problem-notice [problem]="problem" [retryable]="true" (again)="votes.reload()" />
    } @else {
      @for (ballot of shown() ?? []; track ballot.ballotId) {
        <ut-ballot-outcome [ballot]="ballot" [recommendationId]="recommendationId()" />
      } @empty {
        @if (votes.hasValue()) {
          <p class="t-s muted">{{ 'voting.none' | transloco }}</p>
        }
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-8);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecommendationVotes {
  readonly recommendationId = input.required<string>();

  protected readonly votes = httpResource(() => apiUrl(`/recommendations/${this.recommendationId()}/votes`), {
    parse: (answer) => Votes.parse(answer).items,
  });
  protected readonly shown = lastValue(this.votes);

  constructor() {
    followLive(() => `recommendation:${this.recommendationId()}`, {
      reload: () => this.votes.reload(),
      when: ({ type }) => type.startsWith('voting.'),
    });
  }
}
