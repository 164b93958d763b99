import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Ballot, Ballots } from '@uptake/voting/contracts';
import { apiUrl, lastValue } from '@uptake/web/http';
import { Locale, TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { Icon, Meter, ProblemNotice, VoteBar } from '@uptake/web/ui';
import { Workshop } from '@uptake/workshops/contracts';
import { JoinCode } from '@uptake/workshops/web';
import { liveTally } from '../tally/live-tally';

/** The wall of the room: how to join, which never leaves, and the ballot as it goes; arrow keys turn to the next recommendation. */
@Component({
  selector: 'ut-presenter',
  imports: [Icon, JoinCode, Meter, ProblemNotice, RouterLink, TranslocoPipe, VoteBar],
  templateUrl: './presenter.html',
  styleUrl: './presenter.scss',
  host: { '(window:keydown)': 'turnByKey($event.key)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Presenter {
  private readonly locale = inject(Locale);

  /** The workshop, from the address. */
  readonly id = input.required<string>();

  protected readonly workshop = httpResource(() => apiUrl(`/workshops/${this.id()}`), { parse: (answer) => Workshop.parse(answer) });
  protected readonly given = lastValue(this.workshop);
  private readonly ballots = httpResource(() => apiUrl(`/workshops/${this.id()}/ballots`), {
    parse: (answer) => Ballots.parse(answer).items,
  });
  private readonly lastBallots = lastValue(this.ballots);
  private readonly rows = computed(() => this.lastBallots() ?? []);
  /** The one that is open; else the one that closed last, so that the room sees how it went. */
  private readonly ballotId = computed(
    () => (this.rows().find(({ state }) => state === 'open') ?? this.rows().find(({ state }) => state === 'closed'))?.id ?? null,
  );
  protected readonly ballot = httpResource(() => (this.ballotId() ? apiUrl(`/ballots/${this.ballotId()}`) : undefined), {
    parse: (answer) => Ballot.parse(answer),
  });
  private readonly lastBallot = lastValue(this.ballot);
  protected readonly items = computed(() => this.lastBallot()?.items ?? []);
  protected readonly index = linkedSignal({ source: this.ballotId, computation: () => 0 });
  protected readonly item = computed(() => this.items()[this.index()]);
  protected readonly tally = liveTally(this.ballotId, () => this.id());
  protected readonly counts = computed(() => this.tally()?.counts?.[this.item()?.recommendationId ?? ''] ?? null);
  protected readonly isOpen = computed(() => this.tally()?.state === 'open');

  constructor() {
    followLive(() => `workshop:${this.id()}`, {
      reload: () => {
        this.ballots.reload();
        this.workshop.reload();
      },
    });
  }

  /** @param by 1 for the next, -1 for the one before */
  protected turn(by: number): void {
    this.index.update((index) => Math.min(Math.max(index + by, 0), Math.max(this.items().length - 1, 0)));
  }

  protected turnByKey(key: string): void {
    const direction: string = this.locale.direction();
    const onwards = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (key === 'ArrowRight' || key === 'ArrowLeft') this.turn(key === onwards ? 1 : -1);
  }
}
