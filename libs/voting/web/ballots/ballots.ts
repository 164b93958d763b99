import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Ballots as List, type BallotRow } from '@uptake/voting/contracts';
import { apiUrl } from '@uptake/web/http';
import { TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { Chip, Icon, ProblemNotice } from '@uptake/web/ui';
import type { Workshop } from '@uptake/workshops/contracts';

const icons = { draft: 'edit', open: 'how_to_vote', closed: 'check_circle' } as const;

/** The ballots of a workshop, with turnout that moves; drafts only for those who run it. */
@Component({
  selector: 'ut-ballots',
  imports: [Chip, Icon, ProblemNotice, RouterLink, TranslocoPipe],
  template: `
    @if (ballots.error(); as problem) {
      <ut-problem-notice [problem]="problem" [retryable]="true" (again)="ballots.reload()" />
    }
    <ul>
      @for (ballot of rows(); track ballot.id) {
        <li>
          <a class="t-reading-s quiet" [routerLink]="['/ballots', ballot.id]">{{ ballot.title }}</a>
          <ut-chip [icon]="icons[ballot.state]" [tint]="ballot.state === 'open' ? 'progress' : 'neutral'" plain>{{
            'voting.state.' + ballot.state | transloco
          }}</ut-chip>
          <span class="t-s muted">
            {{ 'voting.items' | transloco: { items: ballot.items } }}
            @if (ballot.state !== 'draft') {
              · {{ 'voting.turnout' | transloco: ballot }}
            }
          </span>
          @if (ballot.state === 'open' && workshop().seat) {
            <a class="btn small" [routerLink]="['/ballots', ballot.id, 'vote']">{{ 'voting.room.vote' | transloco }}</a>
          }
        </li>
      } @empty {
        @if (ballots.hasValue()) {
          <li class="t-s muted">{{ 'voting.noBallots' | transloco }}</li>
        }
      }
    </ul>
    @if (workshop().may.facilitate && workshop().source) {
      <a class="btn" [routerLink]="['/workshops', workshop().id, 'ballots', 'new']"
        ><ut-icon name="add" />{{ 'voting.new.title' | transloco }}</a
      >
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
      justify-items: start;
    }
    ul {
      inline-size: 100%;
      max-inline-size: 52rem;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-6);
      min-block-size: var(--target);
      padding-block: var(--space-2);
      border-block-end: 1px solid var(--line);
    }
    li > :first-child {
      flex: 1 1 16rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Ballots {
  readonly workshop = input.required<Workshop>();

  protected readonly icons = icons;
  protected readonly ballots = httpResource(() => apiUrl(`/workshops/${this.workshop().id}/ballots`), {
    parse: (answer) => List.parse(answer).items,
  });
  private readonly kept = linkedSignal<BallotRow[] | undefined, BallotRow[]>({
    source: () => (this.ballots.hasValue() ? this.ballots.value() : undefined),
    computation: (answer, before) => answer ?? before?.value ?? [],
  });
  protected readonly rows = computed(() => this.kept());

  constructor() {
    followLive(() => `workshop:${this.workshop().id}`, {
      reload: () => this.ballots.reload(),
      when: ({ type }) => type.startsWith('voting.'),
      onTally: ({ ballotId, voters }) =>
        this.kept.update((rows) => rows.map((row) => (row.id === ballotId && typeof voters === 'number' ? { ...row, voters } : row))),
    });
  }
}
