import { Injectable, inject, signal } from '@angular/core';
import { RecommendationPage } from '@uptake/recommendations/contracts';
import { Api, Problem } from '@uptake/web/http';
import type { ListFilters } from './list-filters';

const PAGE = 50;
const AT_ONCE = 100;

/** The rows on screen: as many pages as somebody asked for, read anew in one piece when something changes. */
@Injectable()
export class ListPages {
  private readonly api = inject(Api);
  private filters: ListFilters | null = null;
  /** How many rows somebody wants to see. */
  private wanted = PAGE;
  /** The newest reading wins; an older answer that comes late is dropped. */
  private turn = 0;

  readonly page = signal<RecommendationPage | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly reading = signal(false);

  /** New filters: from the beginning. */
  show(filters: ListFilters): Promise<void> {
    this.filters = filters;
    this.wanted = PAGE;
    return this.read(() => this.fromBeginning());
  }

  more(): Promise<void> {
    const shown = this.page();
    if (!shown?.cursor) return Promise.resolve();
    this.wanted = shown.items.length + PAGE;
    return this.read(async () => {
      const next = await this.fetch(PAGE, shown.cursor);
      return { ...next, items: [...shown.items, ...next.items] };
    });
  }

  /** The same rows once more, quietly. */
  refresh(): Promise<void> {
    return this.filters ? this.read(() => this.fromBeginning()) : Promise.resolve();
  }

  private async read(fetch: () => Promise<RecommendationPage>): Promise<void> {
    const turn = (this.turn += 1);
    this.reading.set(true);
    try {
      const page = await fetch();
      if (turn !== this.turn) return;
      this.page.set(page);
      this.problem.set(null);
    } catch (error) {
      if (turn === this.turn) this.problem.set(Problem.from(error));
    } finally {
      if (turn === this.turn) this.reading.set(false);
    }
  }

  private async fromBeginning(): Promise<RecommendationPage> {
    const wanted = this.wanted;
    let page = await this.fetch(Math.min(wanted, AT_ONCE), null);
    while (page.cursor && page.items.length < wanted) {
      const next = await this.fetch(Math.min(wanted - page.items.length, AT_ONCE), page.cursor);
      page = { ...next, items: [...page.items, ...next.items] };
    }
    return page;
  }

  private fetch(limit: number, cursor: string | null): Promise<RecommendationPage> {
    return this.api.get('/recommendations', RecommendationPage, { query: { ...this.filters, limit, cursor } });
  }
}
