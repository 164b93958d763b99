import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { Stream } from '@uptake/activity/contracts';
import { Duties } from '@uptake/assignments/contracts';
import { dayIn } from '@uptake/kernel';
import { holdsAnywhere, isAdministrator } from '@uptake/people/domain';
import { Session } from '@uptake/people/web';
import { Overview } from '@uptake/recommendations/contracts';
import { apiUrl, lastValue } from '@uptake/web/http';
import { DayPipe, Locale, Now } from '@uptake/web/i18n';
import { followAll } from '@uptake/web/live';
import { ProblemNotice } from '@uptake/web/ui';
import { Coordination } from './coordination';
import { dutyGroups, groupDuties } from './duty-groups';
import { DutyList } from './duty-list';
import { HomeSentence } from './home-sentence';
import { OpenRooms } from './open-rooms';
import { PublicSources } from './public-sources';
import { Welcome } from './welcome';

/** The first page, by what somebody does here: reports for an institution, coordinates, takes part in a room, or looks in from outside. */
@Component({
  selector: 'ut-home',
  imports: [Coordination, DayPipe, DutyList, OpenRooms, ProblemNotice, PublicSources, Welcome],
  templateUrl: './home.html',
  styleUrl: './home.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Home {
  protected readonly session = inject(Session);
  private readonly sentences = inject(HomeSentence);
  private readonly locale = inject(Locale);
  private readonly now = inject(Now);

  protected readonly reports = computed(() => holdsAnywhere(this.session.actor(), 'focal_point', 'deputy', 'approver'));
  protected readonly coordinates = computed(
    () => isAdministrator(this.session.actor()) || holdsAnywhere(this.session.actor(), 'coordinator'),
  );

  protected readonly overview = httpResource(() => apiUrl('/overview'), { parse: Overview.parse });
  protected readonly duties = httpResource(() => (this.reports() ? apiUrl('/assignments/mine') : undefined), {
    parse: (answer) => Duties.parse(answer).items,
  });

  protected readonly seen = lastValue(this.overview);
  private readonly given = lastValue(this.duties);
  protected readonly today = computed(() => dayIn(this.locale.timeZone(), this.now.time()));
  private readonly groups = computed(() => groupDuties(this.given() ?? [], this.today()));
  protected readonly shownGroups = computed(() =>
    dutyGroups.map((name) => ({ name, duties: this.groups().get(name) ?? [] })).filter(({ duties }) => duties.length > 0),
  );
  /** For whom somebody is here: the institutions that they report for. */
  protected readonly institutions = computed(() => [
    ...new Set(
      this.session
        .memberships()
        .filter(({ scope }) => scope === 'institution')
        .flatMap(({ scopeName }) => scopeName ?? []),
    ),
  ]);

  protected readonly sentence = computed(() => {
    if (this.reports()) return this.given() ? this.reportingSentence() : '';
    const seen = this.seen();
    if (!seen) return '';
    if (!this.coordinates()) return this.sentences.of([{ key: 'ballots', count: seen.ballots.length }], 'nothingOpen');
    return this.sentences.of(
      [
        { key: 'ballots', count: seen.ballots.length },
        { key: 'claims', count: seen.toVerify.length },
        { key: 'lateBodies', count: seen.overdue.length },
      ],
      'nothingWaits',
    );
  });

  private readonly streams = computed(
    (): Stream[] => {
      const own = this.session.memberships().flatMap(({ scope, scopeId }): Stream[] => (scopeId ? [`${scope}:${scopeId}` as Stream] : []));
      const account = this.session.accountId();
      const sources = (this.seen()?.sources ?? []).map(({ id }): Stream => `source:${id}`);
      return [...new Set([...(account ? [`account:${account}` as Stream] : []), ...own, ...sources])].slice(0, STREAMS_AT_MOST);
    },
    { equal: (one, other) => one.join() === other.join() },
  );

  constructor() {
    followAll(this.streams, () => this.reload());
  }

  protected reload(): void {
    this.overview.reload();
    this.duties.reload();
  }

  private reportingSentence(): string {
    const count = (group: (typeof dutyGroups)[number]) => this.groups().get(group)?.length ?? 0;
    return this.sentences.of(
      [
        { key: 'late', count: count('overdue') },
        { key: 'returned', count: count('returned') },
        { key: 'due', count: count('dueThisMonth') },
        { key: 'unanswered', count: count('awaiting') },
      ],
      'nothingDue',
    );
  }
}

const STREAMS_AT_MOST = 12;
