import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';
import { VoteBar, type VoteCounts } from '@uptake/web/ui';

/** How the constituencies that are large enough to be told apart chose on one recommendation; nothing where there is none. */
@Component({
  selector: 'ut-constituency-votes',
  imports: [TranslocoPipe, VoteBar],
  template: `
    @if (groups().length) {
      <details>
        <summary class="t-s">{{ 'voting.byConstituency' | transloco }}</summary>
        <ul>
          @for (group of groups(); track group.constituency) {
            <li>
              <p class="t-s">{{ 'workshops.constituency.' + group.constituency | transloco }}</p>
              <ut-vote-bar [counts]="group.counts" mini worded />
            </li>
          }
        </ul>
        <p class="t-caption muted">{{ 'voting.smallGroups' | transloco }}</p>
      </details>
    }
  `,
  styles: `
    details {
      margin-block-start: var(--space-3);
    }
    summary {
      min-block-size: var(--target);
      align-content: center;
      cursor: pointer;
    }
    ul {
      display: grid;
      gap: var(--space-4);
      padding-block: var(--space-2) var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConstituencyVotes {
  /** By constituency. */
  readonly results = input.required<Readonly<Record<string, VoteCounts>>>();

  protected readonly groups = computed(() =>
    Object.entries(this.results())
      .map(([constituency, counts]) => ({ constituency, counts }))
      .sort((one, other) => one.constituency.localeCompare(other.constituency)),
  );
}
