import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { InstitutionKind, InstitutionPage, institutionKinds } from '@uptake/institutions/contracts';
import { mayAddInstitution } from '@uptake/institutions/domain';
import { Session } from '@uptake/people/web';
import { Api, apiUrl, Problem } from '@uptake/web/http';
import { Languages, NumberPipe, TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { Dialog, EmptyState, Facet, FilterChip, Icon, ProblemNotice } from '@uptake/web/ui';

const TYPING_MS = 200;
const PAGE = 50;

/** Every institution with its record; search and kind stand in the address. */
@Component({
  selector: 'ut-directory',
  imports: [Dialog, EmptyState, Facet, FilterChip, Icon, NumberPipe, ProblemNotice, RouterLink, TranslocoPipe],
  templateUrl: './directory.html',
  styleUrl: './directory.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Directory {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly languages = inject(Languages);
  private readonly session = inject(Session);

  readonly q = input('', { transform: (given: string | undefined) => given ?? '' });
  readonly kind = input(undefined, { transform: (given: string | undefined) => InstitutionKind.safeParse(given).data });

  protected readonly query = computed(() => ({ q: this.q(), kind: this.kind(), limit: PAGE }));
  protected readonly first = httpResource(() => apiUrl('/institutions', this.query()), { parse: InstitutionPage.parse });
  /** The newest answer stays on screen while another one is on its way. */
  protected readonly page = linkedSignal<InstitutionPage | undefined, InstitutionPage | undefined>({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: (answer, before) => answer ?? before?.value,
  });
  protected readonly sheetOpen = signal(false);
  protected readonly readingMore = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly mayAdd = computed(() => mayAddInstitution(this.session.actor()));
  protected readonly kinds = computed(() =>
    institutionKinds
      .map((value) => ({ value, label: this.kindName(value), count: this.page()?.facets.kind[value] ?? 0 }))
      .filter(({ value, count }) => count > 0 || value === this.kind()),
  );
  protected readonly chosen = computed(() => [this.kind()].filter((kind) => kind !== undefined));
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    followLive(() => 'public', { reload: () => this.first.reload(), when: ({ type }) => type.startsWith('institutions.') });
    effect(() => this.problem.set(this.first.error() ? Problem.from(this.first.error()) : null));
  }

  protected kindName(kind: InstitutionKind): string {
    return this.languages.say(`institutions.kind.${kind}`);
  }

  protected choose(kinds: readonly string[]): void {
    this.go({ kind: kinds.find((kind) => kind !== this.kind()) ?? null });
  }

  /** Waits for a pause in typing, and leaves one step in the history, not one a letter. */
  protected type(q: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.go({ q: q.trim() || null }, true), TYPING_MS);
  }

  protected async more(): Promise<void> {
    const shown = this.page();
    if (!shown?.cursor) return;
    this.readingMore.set(true);
    try {
      const next = await this.api.get('/institutions', InstitutionPage, { query: { ...this.query(), cursor: shown.cursor } });
      this.page.set({ ...next, items: [...shown.items, ...next.items] });
    } catch (error) {
      this.problem.set(Problem.from(error));
    } finally {
      this.readingMore.set(false);
    }
  }

  protected go(queryParams: Record<string, string | null>, replaceUrl = false): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl });
  }
}
