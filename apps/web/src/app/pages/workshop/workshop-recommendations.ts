import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RecommendationPage, type RecommendationRow } from '@uptake/recommendations/contracts';
import { Api, lastValue } from '@uptake/web/http';
import { TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { ProblemNotice, Status, VoteBar } from '@uptake/web/ui';

/** What was recommended in the workshop, by theme as in its document, each with its votes and what was decided. */
@Component({
  selector: 'ut-workshop-recommendations',
  imports: [ProblemNotice, RouterLink, Status, TranslocoPipe, VoteBar],
  template: `
    @if (rows.error(); as problem) {
      <ut-problem-notice [problem]="problem" [retryable]="true" (again)="rows.reload()" />
    }
    @for (theme of themes(); track $index) {
      <section>
        @if (theme.name) {
          <h3 class="t-label">{{ theme.name }}</h3>
        }
        <ul>
          @for (row of theme.rows; track row.id) {
            <li>
              <bdi class="code" dir="ltr">{{ row.reference }}</bdi>
              <a class="t-reading-s quiet" [routerLink]="['/recommendations', row.id]">{{ row.text }}</a>
              <span class="standing">
                <ut-status axis="decision" [state]="row.lifecycle" plain />
                @if (row.votes; as votes) {
                  <ut-vote-bar [counts]="votes" mini worded />
                }
              </span>
            </li>
          }
        </ul>
      </section>
    }
    @if (themes().length) {
      <a class="btn bare" routerLink="/recommendations" [queryParams]="{ source: sourceId() }">{{ 'workshops.page.inList' | transloco }}</a>
    }
  `,
  styleUrl: './workshop-recommendations.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkshopRecommendations {
  private readonly api = inject(Api);

  readonly sourceId = input.required<string>();

  protected readonly rows = resource({ params: () => this.sourceId(), loader: ({ params }) => this.readAll(params) });
  private readonly kept = lastValue(this.rows);
  protected readonly themes = computed(() => {
    const themes: { name: string | null; rows: RecommendationRow[] }[] = [];
    for (const row of this.kept() ?? []) {
      const last = themes.at(-1);
      if (last && last.name === row.section) last.rows.push(row);
      else themes.push({ name: row.section, rows: [row] });
    }
    return themes;
  });

  constructor() {
    followLive(() => `source:${this.sourceId()}`, {
      reload: () => this.rows.reload(),
      when: ({ type }) => type.startsWith('recommendations.') || type.startsWith('voting.'),
    });
  }

  private async readAll(source: string): Promise<RecommendationRow[]> {
    const rows: RecommendationRow[] = [];
    let cursor: string | null = null;
    do {
      const page: RecommendationPage = await this.api.get('/recommendations', RecommendationPage, {
        query: { source, limit: 100, cursor },
      });
      rows.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    return rows;
  }
}
