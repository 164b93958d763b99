import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ActivityTimeline } from '@uptake/activity/web';
import { Assignments } from '@uptake/assignments/contracts';
import { Responsible } from '@uptake/assignments/web';
import { Progress } from '@uptake/progress/web';
import { Recommendation } from '@uptake/recommendations/contracts';
import { changedWords } from '@uptake/recommendations/domain';
import { RecommendationVotes } from '@uptake/voting/web';
import { apiUrl, lastValue } from '@uptake/web/http';
import { DayPipe, Languages, Locale, TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { Axes, EmptyState, Icon, MarginSection, PageTitle, ProblemNotice, type TimelineEntry } from '@uptake/web/ui';
import { NextStep } from './next-step';
import { standingsOf } from './standings';

/**
 * One recommendation on one page, from the room where it was made to the evidence that it was done. Each part below the text belongs to
 * the slice that it tells of, loads its own and keeps itself true.
 */
@Component({
  selector: 'ut-recommendation-page',
  imports: [
    ActivityTimeline,
    Axes,
    DayPipe,
    EmptyState,
    Icon,
    MarginSection,
    NextStep,
    ProblemNotice,
    Progress,
    RecommendationVotes,
    Responsible,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './recommendation-page.html',
  styleUrl: './recommendation-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecommendationPage {
  private readonly languages = inject(Languages);
  private readonly locale = inject(Locale);

  /** From the address. */
  readonly id = input.required<string>();

  protected readonly recommendation = httpResource(() => apiUrl(`/recommendations/${this.id()}`), { parse: Recommendation.parse });
  private readonly assignments = httpResource(() => apiUrl(`/recommendations/${this.id()}/assignments`), {
    parse: (answer) => Assignments.parse(answer).items,
  });
  protected readonly given = lastValue(this.recommendation);
  private readonly givenBodies = lastValue(this.assignments);
  protected readonly bodies = computed(() => this.givenBodies() ?? []);
  protected readonly lead = computed(() => this.bodies().find(({ part }) => part === 'lead') ?? null);
  /** An outcome is named by its workshop below the text; any other source stands before the sections. */
  protected readonly namesSource = computed(() => this.given()?.source.kind === 'plan' || !this.given()?.workshop);
  protected readonly showsOriginal = signal(false);

  protected readonly standings = computed(() => {
    const recommendation = this.given();
    return recommendation ? standingsOf(recommendation, this.lead(), this.languages, this.locale) : null;
  });

  /** How often the text was edited, and what the last edit changed where that can be quoted. */
  protected readonly edited = computed(() => {
    const edits = this.given()?.edits ?? [];
    const last = edits.at(-1);
    if (!last) return null;
    const { before, after } = changedWords(last.before, last.after) ?? { before: '', after: '' };
    const quoted = before && after ? 'replaced' : after ? 'added' : before ? 'removed' : 'no';
    return { count: edits.length, before, after, quoted };
  });

  protected readonly coming = computed((): TimelineEntry[] =>
    this.bodies()
      .filter(({ dueOn, part, overdue, noUpdateReceived }) => dueOn && part !== 'consulted' && !overdue && !noUpdateReceived)
      .map(({ id, dueOn, institution }) => ({
        id,
        at: dueOn,
        sentence: this.languages.say('recommendations.page.updateDue', { institution: institution.name }),
        kind: 'next' as const,
      }))
      .sort((one, other) => (other.at ?? '').localeCompare(one.at ?? '')),
  );

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const recommendation = this.given();
      if (recommendation) title.name(recommendation.code ?? recommendation.reference);
    });
    followLive(() => `recommendation:${this.id()}`, { reload: () => this.reload() });
  }

  protected reload(): void {
    this.recommendation.reload();
    this.assignments.reload();
  }
}
