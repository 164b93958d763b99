import { ChangeDetectionStrategy, Component, ElementRef, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Stream } from '@uptake/activity/contracts';
import { Session } from '@uptake/people/web';
import { mayImport } from '@uptake/sources/domain';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { followAll } from '@uptake/web/live';
import { Dialog, EmptyState, FilterChip, Icon, ProblemNotice, listStatusKey } from '@uptake/web/ui';
import { isTyping } from './is-typing';
import { ListFacets } from './list-facets';
import { type FacetName, facetNames, type ListFilters, type ListSort, listSorts, sortOf, valuesOf } from './list-filters';
import { ListPages } from './list-pages';
import { ListTable } from './list-table';

const STREAMS_AT_MOST = 10;
const TYPING_MS = 200;

/** All recommendations that somebody may see: filters, search and order stand in the address, so that a list can be sent to others. */
@Component({
  selector: 'ut-recommendation-list',
  imports: [Dialog, EmptyState, FilterChip, Icon, ListFacets, ListTable, ProblemNotice, RouterLink, TranslocoPipe],
  providers: [ListPages],
  templateUrl: './recommendation-list.html',
  styleUrl: './recommendation-list.scss',
  host: { '(document:keydown)': 'focusSearch($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecommendationList {
  protected readonly pages = inject(ListPages);
  private readonly router = inject(Router);
  private readonly languages = inject(Languages);
  private readonly session = inject(Session);

  readonly q = input('', { transform: (given: string | undefined) => given ?? '' });
  readonly status = input([], { transform: valuesOf });
  readonly topic = input([], { transform: valuesOf });
  readonly institution = input([], { transform: valuesOf });
  readonly source = input([], { transform: valuesOf });
  readonly sort = input('reference', { transform: sortOf });

  protected readonly sorts = listSorts;
  protected readonly sheetOpen = signal(false);
  protected readonly mayImport = computed(() => mayImport(this.session.actor()));
  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly filters = computed(
    (): ListFilters => ({
      q: this.q(),
      status: this.status(),
      topic: this.topic(),
      institution: this.institution(),
      source: this.source(),
      sort: this.sort(),
    }),
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );

  /** Every value that is chosen, with its name, to be taken off one by one. */
  protected readonly chosen = computed(() =>
    facetNames.flatMap((name) =>
      this.filters()[name].map((value) => ({
        name,
        value,
        label:
          name === 'status'
            ? this.languages.say(listStatusKey(value))
            : (this.pages.page()?.facets[name].find((option) => option.value === value)?.label ?? value),
      })),
    ),
  );

  /** What waits, in a line beside the title. It stays away where somebody looks at one status alone. */
  protected readonly attention = computed(() => {
    const counts = new Map(this.pages.page()?.facets.status.map(({ value, count }) => [value, count]));
    const [overdue, returned] = [counts.get('overdue') ?? 0, counts.get('returned') ?? 0];
    return this.filters().status.length || overdue + returned === 0 ? null : { overdue, returned };
  });

  /** The sources on screen, or those that could come: what happens in one of them is read anew. */
  private readonly streams = computed(
    (): Stream[] => {
      const page = this.pages.page();
      const shown = page?.items.map(({ source }) => source.id) ?? [];
      const possible = page?.facets.source.map(({ value }) => value) ?? [];
      return [...new Set([...shown, ...possible])].slice(0, STREAMS_AT_MOST).map((id): Stream => `source:${id}`);
    },
    { equal: (one, other) => one.join() === other.join() },
  );

  constructor() {
    effect(() => void this.pages.show(this.filters()));
    followAll(this.streams, () => void this.pages.refresh());
  }

  protected choose(name: FacetName, values: readonly string[]): void {
    this.go({ [name]: values });
  }

  protected takeOff(name: FacetName, value: string): void {
    this.choose(
      name,
      this.filters()[name].filter((other) => other !== value),
    );
  }

  protected showAll(): void {
    this.search().nativeElement.value = '';
    void this.router.navigate([], { queryParams: {} });
  }

  protected sortBy(sort: string): void {
    this.go({ sort: sort === 'reference' ? null : (sort as ListSort) });
  }

  /** Waits for a pause in typing, and leaves one step in the history, not one a letter. */
  protected type(q: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.go({ q: q.trim() || null }, true), TYPING_MS);
  }

  protected focusSearch(event: KeyboardEvent): void {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event)) return;
    this.search().nativeElement.focus();
    event.preventDefault();
  }

  private go(queryParams: Record<string, string | readonly string[] | null>, replaceUrl = false): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl });
  }
}
