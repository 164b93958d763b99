import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ActivityPage, type Stream } from '@uptake/activity/contracts';
import { apiUrl, lastValue } from '@uptake/web/http';
import { TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { ProblemNotice, Timeline, type TimelineEntry } from '@uptake/web/ui';
import { FactSentences } from './fact-sentences';

const FACTS_AT_MOST = 100;

/** Everything that happened to one thing, newest first, told in sentences. It grows by itself while it is open. */
@Component({
  selector: 'ut-activity-timeline',
  imports: [ProblemNotice, Timeline, TranslocoPipe],
  template: `
    @if (!told() && facts.error(); as problem) {
      <ut-problem-notice [problem]="problem" [retryable]="true" (again)="facts.reload()" />
    } @else if (entries().length) {
      <ut-timeline [entries]="entries()" />
    } @else if (told()) {
      <p class="t-s muted">{{ 'activity.nothingYet' | transloco }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityTimeline {
  private readonly sentences = inject(FactSentences);

  readonly stream = input.required<Stream>();
  /** What is still to come, above what was. */
  readonly coming = input<readonly TimelineEntry[]>([]);

  protected readonly facts = httpResource(() => apiUrl('/activity', { stream: this.stream(), order: 'newest', limit: FACTS_AT_MOST }), {
    parse: (answer) => ActivityPage.parse(answer).items,
  });
  protected readonly told = lastValue(this.facts);
  protected readonly entries = computed((): TimelineEntry[] => [
    ...this.coming(),
    ...(this.told() ?? []).flatMap((fact) => this.sentences.entry(fact) ?? []),
  ]);

  constructor() {
    followLive(() => this.stream(), { reload: () => this.facts.reload() });
  }
}
