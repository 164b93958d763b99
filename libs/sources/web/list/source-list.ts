import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SourcePage } from '@uptake/sources/contracts';
import { Api, apiUrl, Problem } from '@uptake/web/http';
import { DayPipe, TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { EmptyState, Icon, MarginSection, PageHeader, ProblemNotice } from '@uptake/web/ui';
import { standingOf } from '../progress/status-marks';

const PAGE = 100;

/** Every document that somebody may see: plans, and what workshops recommend. */
@Component({
  selector: 'ut-source-list',
  imports: [DayPipe, EmptyState, Icon, MarginSection, PageHeader, ProblemNotice, RouterLink, TranslocoPipe],
  templateUrl: './source-list.html',
  styleUrl: './source-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourceList {
  private readonly api = inject(Api);

  protected readonly first = httpResource(() => apiUrl('/sources', { limit: PAGE }), { parse: SourcePage.parse });
  protected readonly page = linkedSignal<SourcePage | undefined, SourcePage | undefined>({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: (answer, before) => answer ?? before?.value,
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly groups = computed(() =>
    (['plan', 'workshop'] as const)
      .map((kind) => ({ kind, rows: (this.page()?.items ?? []).filter((row) => row.kind === kind) }))
      .filter(({ rows }) => rows.length > 0),
  );
  protected readonly standing = standingOf;

  constructor() {
    followLive(() => 'public', { reload: () => this.first.reload(), when: ({ type }) => type.startsWith('sources.') });
  }

  protected async more(): Promise<void> {
    const shown = this.page();
    if (!shown?.cursor) return;
    try {
      const next = await this.api.get('/sources', SourcePage, { query: { limit: PAGE, cursor: shown.cursor } });
      this.page.set({ ...next, items: [...shown.items, ...next.items] });
    } catch (error) {
      this.problem.set(Problem.from(error));
    }
  }
}
