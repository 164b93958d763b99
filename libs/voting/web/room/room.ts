import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Fact } from '@uptake/activity/contracts';
import { Ballot, Ballots } from '@uptake/voting/contracts';
import { Api, apiUrl, lastValue } from '@uptake/web/http';
import { DaysPipe, TranslocoPipe } from '@uptake/web/i18n';
import { LiveStreams, followLive } from '@uptake/web/live';
import { Icon, ProblemNotice, Wordmark } from '@uptake/web/ui';
import { Workshop } from '@uptake/workshops/contracts';

/** Where somebody waits after joining: what this room is, and the ballot as soon as there is one. */
@Component({
  selector: 'ut-room',
  imports: [DaysPipe, Icon, ProblemNotice, RouterLink, TranslocoPipe, Wordmark],
  templateUrl: './room.html',
  styleUrl: './room.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Room {
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  /** The workshop, from the address. */
  readonly id = input.required<string>();

  protected readonly workshop = httpResource(() => apiUrl(`/workshops/${this.id()}`), { parse: (answer) => Workshop.parse(answer) });
  protected readonly given = lastValue(this.workshop);
  protected readonly ballots = httpResource(() => apiUrl(`/workshops/${this.id()}/ballots`), {
    parse: (answer) => Ballots.parse(answer).items,
  });
  private readonly rows = lastValue(this.ballots);
  protected readonly open = computed(() => this.rows()?.find(({ state }) => state === 'open') ?? null);
  protected readonly closed = computed(() => this.rows()?.filter(({ state }) => state === 'closed') ?? []);
  private readonly openId = computed(() => this.open()?.id ?? null);
  protected readonly ballot = httpResource(() => (this.openId() ? apiUrl(`/ballots/${this.openId()}`) : undefined), {
    parse: (answer) => Ballot.parse(answer),
  });
  protected readonly mayVote = computed(() => this.ballot.hasValue() && this.ballot.value().may.vote);
  protected readonly notVoting = computed(() => (this.ballot.hasValue() ? this.ballot.value().notVoting : null));

  constructor() {
    const streams = inject(LiveStreams);
    followLive(() => `workshop:${this.id()}`, {
      reload: () => this.ballots.reload(),
      when: ({ type }) => type === 'voting.ballot_opened' || type === 'voting.ballot_closed',
    });
    // A ballot that opens while somebody waits takes them along; one that was open already is offered.
    effect((onCleanup) => {
      const onFact = ({ type, data }: Fact) => type === 'voting.ballot_opened' && void this.takeAlong(String(data['ballotId']));
      onCleanup(streams.join(`workshop:${this.id()}`, { onFact }));
    });
    // What comes next is fetched while the person waits, so that the ballot is there at once.
    import('../vote/vote').catch(() => undefined);
  }

  private async takeAlong(ballotId: string): Promise<void> {
    const ballot = await this.api.get(`/ballots/${ballotId}`, Ballot).catch(() => null);
    if (ballot?.may.vote) await this.router.navigate(['/ballots', ballotId, 'vote']);
  }
}
