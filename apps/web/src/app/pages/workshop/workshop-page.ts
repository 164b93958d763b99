import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@uptake/people/web';
import { Ballots } from '@uptake/voting/web';
import { apiUrl, lastValue } from '@uptake/web/http';
import { DaysPipe, TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { Icon, MarginSection, PageHeader, PageTitle, ProblemNotice } from '@uptake/web/ui';
import { Workshop } from '@uptake/workshops/contracts';
import { JoinCode, Participants } from '@uptake/workshops/web';
import { WorkshopRecommendations } from './workshop-recommendations';

/** One workshop: what, when, where and by whom, its ballots, what is recommended, who takes part, and the way in. */
@Component({
  selector: 'ut-workshop-page',
  imports: [
    Ballots,
    DaysPipe,
    Icon,
    JoinCode,
    MarginSection,
    PageHeader,
    Participants,
    ProblemNotice,
    RouterLink,
    TranslocoPipe,
    WorkshopRecommendations,
  ],
  templateUrl: './workshop-page.html',
  styleUrl: './workshop-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkshopPage {
  protected readonly session = inject(Session);

  /** From the address. */
  readonly id = input.required<string>();

  protected readonly workshop = httpResource(() => apiUrl(`/workshops/${this.id()}`), { parse: (answer) => Workshop.parse(answer) });
  protected readonly given = lastValue(this.workshop);
  /** Facts with a name each; those that nobody told are left out. */
  protected readonly facts = computed(() => {
    const workshop = this.given();
    if (!workshop) return [];
    const { organisers, funder, countries, contributions } = workshop;
    return [
      { name: 'organisers', values: organisers },
      { name: 'funder', values: funder ? [funder] : [] },
      { name: 'countries', values: countries },
      { name: 'contributions', values: contributions },
    ].filter(({ values }) => values.length > 0);
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const workshop = this.given();
      if (workshop) title.name(workshop.title);
    });
    followLive(() => `workshop:${this.id()}`, {
      reload: () => this.workshop.reload(),
      when: ({ type }) => type.startsWith('workshops.'),
    });
  }
}
