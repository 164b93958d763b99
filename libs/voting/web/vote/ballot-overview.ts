import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { Ballot } from '@uptake/voting/contracts';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Icon, SyncMark, voteIcons } from '@uptake/web/ui';
import type { KeptChoice } from './vote-outbox';

/** Every recommendation of a ballot with one's own choice; pressing one goes there. */
@Component({
  selector: 'ut-ballot-overview',
  imports: [Icon, SyncMark, TranslocoPipe],
  template: `
    <h1 class="t-3">{{ 'voting.vote.overview' | transloco }}</h1>
    @if (closed()) {
      <p class="t-s muted">{{ 'voting.forgotten' | transloco }}</p>
    }
    <ol>
      @for (item of items(); track item.recommendationId; let index = $index) {
        <li>
          <button type="button" (click)="pick.emit(index)">
            <bdi class="code" dir="ltr">{{ item.reference }}</bdi>
            <span class="t-reading-s">{{ item.text }}</span>
          </button>
          @if (choices()[item.recommendationId]; as kept) {
            <p class="t-s mine">
              @if (kept.choice; as choice) {
                <b><ut-icon [name]="icons[choice]" />{{ 'ui.vote.' + choice | transloco }}</b>
              }
              <ut-sync-mark [state]="kept.state" [reason]="kept.reason" />
            </p>
          } @else if (!closed()) {
            <p class="t-s muted">{{ 'voting.vote.notYet' | transloco }}</p>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    h1 {
      margin-block-end: var(--space-4);
    }
    li {
      display: grid;
      gap: var(--space-1);
      padding-block: var(--space-3);
      border-block-start: 1px solid var(--line);
    }
    button {
      display: grid;
      gap: var(--space-1);
      min-block-size: var(--target);
      padding: 0;
      border: 0;
      background: none;
      text-align: start;
      cursor: pointer;
    }
    .mine {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-4);
    }
    b ut-icon {
      margin-inline-end: var(--space-1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BallotOverview {
  readonly items = input.required<Ballot['items']>();
  readonly choices = input.required<Readonly<Record<string, KeptChoice>>>();
  /** Whether the ballot is: then nobody's choices are kept, and those shown are what this page still knows. */
  readonly closed = input.required<boolean>();
  /** The place of the recommendation to go to. */
  readonly pick = output<number>();

  protected readonly icons = voteIcons;
}
