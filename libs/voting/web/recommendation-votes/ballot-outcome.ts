import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { RecommendationVotes } from '@uptake/voting/contracts';
import { DayPipe, TranslocoPipe } from '@uptake/web/i18n';
import { VoteBar } from '@uptake/web/ui';
import { ConstituencyVotes } from '../tally/constituency-votes';
import { liveTally } from '../tally/live-tally';

/** How one ballot went, or goes, for one recommendation. */
@Component({
  selector: 'ut-ballot-outcome',
  imports: [ConstituencyVotes, DayPipe, TranslocoPipe, VoteBar],
  template: `
    <p class="t-s head">
      <b>{{ ballot().title }}</b>
      <span class="muted">
        {{ 'voting.turnout' | transloco: turnout() }} ·
        @if (ballot().closedAt; as at) {
          {{ 'voting.closedOn' | transloco: { day: at | utDay } }}
        } @else {
          {{ 'voting.state.open' | transloco }}
        }
      </span>
    </p>
    @if (counts(); as counts) {
      <ut-vote-bar [counts]="counts" />
      @if (ballot().byConstituency; as results) {
        <ut-constituency-votes [results]="results" />
      }
    } @else {
      <p class="t-s muted">{{ 'voting.hidden' | transloco }}</p>
    }
  `,
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-4);
      margin-block-end: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BallotOutcome {
  readonly ballot = input.required<RecommendationVotes['items'][number]>();
  readonly recommendationId = input.required<string>();

  /** Only while it is open, and only for those who may follow the workshop; everybody else hears of the close. */
  private readonly tally = liveTally(
    () => (this.ballot().state === 'open' && this.ballot().mayFollow ? this.ballot().ballotId : null),
    () => (this.ballot().state === 'open' && this.ballot().mayFollow ? this.ballot().workshopId : null),
  );
  protected readonly counts = computed(() => this.tally()?.counts?.[this.recommendationId()] ?? this.ballot().counts);
  protected readonly turnout = computed(() => {
    const { voters, electors } = this.tally() ?? this.ballot();
    return { voters, electors };
  });
}
