import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input } from '@angular/core';
import { NumberPipe, TranslocoPipe } from '@uptake/web/i18n';
import { Icon } from '../icon/icon';
import { type VoteCounts, voteChoices, voteIcons } from './vote-counts';

/**
 * Three parts side by side: solid, hatched, open, so that they are told apart in grey print, always with the counts as text. `mini` is
 * for table rows, where the column head names the order; `worded` brings the words back there, for entries on phones.
 */
@Component({
  selector: 'ut-vote-bar',
  imports: [Icon, NumberPipe, TranslocoPipe],
  templateUrl: './vote-bar.html',
  styleUrl: './vote-bar.scss',
  host: { '[class.mini]': 'mini()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VoteBar {
  readonly counts = input.required<VoteCounts>();
  readonly mini = input(false, { transform: booleanAttribute });
  readonly worded = input(false, { transform: booleanAttribute });

  protected readonly icons = voteIcons;
  protected readonly parts = computed(() => voteChoices.map((choice) => ({ choice, count: this.counts()[choice] })));
}
