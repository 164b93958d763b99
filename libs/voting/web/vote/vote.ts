import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@uptake/people/web';
import { Ballot, type Choice } from '@uptake/voting/contracts';
import { apiUrl, lastValue } from '@uptake/web/http';
import { Languages, Locale, TranslocoPipe } from '@uptake/web/i18n';
import { Network, followLive } from '@uptake/web/live';
import { Icon, ProblemNotice, SyncMark, type Tick, Ticks, VoteButtons, Wordmark } from '@uptake/web/ui';
import { BallotOverview } from './ballot-overview';
import { VoteOutbox } from './vote-outbox';

/** One recommendation at a time, in a hand: choose, go on. Choices are kept at once and sent behind. */
@Component({
  selector: 'ut-vote',
  imports: [BallotOverview, Icon, ProblemNotice, RouterLink, SyncMark, Ticks, TranslocoPipe, VoteButtons, Wordmark],
  providers: [VoteOutbox],
  templateUrl: './vote.html',
  styleUrl: './vote.scss',
  host: { '(window:keydown)': 'turnByKey($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Vote {
  private readonly outbox = inject(VoteOutbox);
  private readonly session = inject(Session);
  private readonly languages = inject(Languages);
  private readonly locale = inject(Locale);
  private readonly network = inject(Network);

  /** The ballot, from the address. */
  readonly id = input.required<string>();

  protected readonly ballot = httpResource(() => apiUrl(`/ballots/${this.id()}`), { parse: (answer) => Ballot.parse(answer) });
  protected readonly given = lastValue(this.ballot);
  protected readonly items = computed(() => this.given()?.items ?? []);
  protected readonly showsAll = signal(false);
  protected readonly choices = this.outbox.choices;
  private readonly place = signal<number | null>(null);

  /** Where somebody begins: at the first recommendation that they have not chosen on. */
  protected readonly index = computed(() => {
    const place = this.place();
    if (place !== null) return place;
    const mine = this.given()?.mine ?? {};
    return Math.max(
      0,
      this.items().findIndex(({ recommendationId }) => !(recommendationId in mine)),
    );
  });
  protected readonly item = computed(() => this.items()[this.index()]);
  protected readonly kept = computed(() => this.choices()[this.item()?.recommendationId ?? '']);
  protected readonly ticks = computed((): Tick[] =>
    this.items().map(({ recommendationId }) => {
      const kept = this.choices()[recommendationId];
      if (!kept?.choice) return 'open';
      return kept.state === 'here' ? 'here' : 'done';
    }),
  );
  private readonly refusals = computed(() => Object.values(this.choices()).filter(({ state }) => state === 'refused').length);
  protected readonly chosen = computed(() => this.ticks().filter((tick) => tick !== 'open').length);
  /** Why nothing can be chosen (now), as a sentence. */
  protected readonly closedBecause = computed(() => {
    const ballot = this.given();
    if (!ballot?.notVoting) return '';
    return this.languages.say(`voting.why.${ballot.notVoting}`, { at: ballot.closedAt ? this.locale.time(ballot.closedAt) : '' });
  });

  constructor() {
    effect(() => {
      const ballot = this.given();
      const account = this.session.accountId();
      if (ballot && account) untracked(() => this.outbox.open(ballot.id, account, ballot.mine));
    });
    // A refusal means that the ballot is not what it was, a network that is back that it may not be.
    effect(() => {
      const isStale = this.refusals() > 0 || (this.network.online() && untracked(() => this.ballot.error() !== undefined));
      if (isStale) untracked(() => this.ballot.reload());
    });
    followLive(() => (this.given() ? `workshop:${this.given()?.workshop.id}` : null), {
      reload: () => this.ballot.reload(),
      when: ({ data }) => data['ballotId'] === this.id(),
    });
  }

  protected choose(choice: Choice): void {
    const item = this.item();
    this.place.set(this.index());
    if (item && !this.showsAll()) this.outbox.choose(item.recommendationId, choice);
  }

  /** @param by 1 for the next, -1 for the one before */
  protected turn(by: number): void {
    this.goTo(Math.min(Math.max(this.index() + by, 0), this.items().length - 1));
  }

  protected goTo(index: number): void {
    this.place.set(index);
    this.showsAll.set(false);
  }

  protected turnByKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
    if (ctrlKey || metaKey || altKey) return;
    const direction: string = this.locale.direction();
    const onwards = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (key === 'ArrowRight' || key === 'ArrowLeft') this.turn(key === onwards ? 1 : -1);
  }
}
