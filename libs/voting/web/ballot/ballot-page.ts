import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@uptake/people/web';
import { mayDecide } from '@uptake/recommendations/domain';
import { Ballot } from '@uptake/voting/contracts';
import { Api, Problem, apiUrl, lastValue, noAnswer } from '@uptake/web/http';
import { MomentPipe, TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { Icon, MarginSection, Meter, PageHeader, PageTitle, ProblemNotice, Status, VoteBar } from '@uptake/web/ui';
import { Workshop } from '@uptake/workshops/contracts';
import { ConstituencyVotes } from '../tally/constituency-votes';
import { liveTally } from '../tally/live-tally';

type Decision = 'adopted' | 'not_adopted';

/** A ballot from its opening to the decisions: turnout and counts as they come in, and what the coordinator makes of them. */
@Component({
  selector: 'ut-ballot-page',
  imports: [
    ConstituencyVotes,
    Icon,
    MarginSection,
    Meter,
    MomentPipe,
    PageHeader,
    ProblemNotice,
    RouterLink,
    Status,
    TranslocoPipe,
    VoteBar,
  ],
  templateUrl: './ballot-page.html',
  styleUrl: './ballot-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BallotPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  /** From the address. */
  readonly id = input.required<string>();

  protected readonly ballot = httpResource(() => apiUrl(`/ballots/${this.id()}`), { parse: (answer) => Ballot.parse(answer) });
  protected readonly given = lastValue(this.ballot);
  private readonly workshopId = computed(() => this.given()?.workshop.id ?? null);
  private readonly workshop = httpResource(() => (this.workshopId() ? apiUrl(`/workshops/${this.workshopId()}`) : undefined), {
    parse: (answer) => Workshop.parse(answer),
  });
  private readonly sourceId = computed(() => (this.workshop.hasValue() ? (this.workshop.value().source?.id ?? null) : null));
  protected readonly mayDecide = computed(() => {
    const sourceId = this.sourceId();
    return sourceId !== null && this.given()?.state === 'closed' && mayDecide(this.session.actor(), { sourceId });
  });
  protected readonly tally = liveTally(
    () => (this.given() && this.given()?.state !== 'draft' ? this.id() : null),
    () => this.workshopId(),
  );
  protected readonly undecided = computed(() => this.given()?.items.filter(({ lifecycle }) => lifecycle === 'proposed') ?? []);
  /** What is being sent: the move of the ballot, or the recommendation decided on. */
  protected readonly busy = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const ballot = this.given();
      if (ballot) title.name(ballot.title);
    });
    const reload = () => this.ballot.reload();
    followLive(() => (this.workshopId() ? `workshop:${this.workshopId()}` : null), {
      reload,
      when: ({ data }) => data['ballotId'] === this.id(),
    });
    followLive(() => (this.sourceId() ? `source:${this.sourceId()}` : null), {
      reload,
      when: ({ type }) => type.startsWith('recommendations.'),
    });
  }

  protected move(to: 'open' | 'close'): Promise<void> {
    return this.act(to, () => this.api.post(`/ballots/${this.id()}/${to}`, {}, noAnswer));
  }

  protected decide(recommendationId: string, decision: Decision): Promise<void> {
    return this.act(recommendationId, () => this.api.post(`/recommendations/${recommendationId}/decision`, { decision }, noAnswer));
  }

  /** One after the other: each is a decision of its own, with its own place in the record. */
  protected adoptRest(): Promise<void> {
    return this.act('rest', async () => {
      for (const { recommendationId } of this.undecided()) {
        await this.api.post(`/recommendations/${recommendationId}/decision`, { decision: 'adopted' }, noAnswer);
      }
    });
  }

  private async act(what: string, work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(what);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(Problem.from(error));
    } finally {
      this.busy.set(null);
      this.ballot.reload();
    }
  }
}
