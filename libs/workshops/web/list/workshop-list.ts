import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@uptake/people/web';
import { Api, apiUrl, Problem } from '@uptake/web/http';
import { DaysPipe, Languages, NumberPipe, TranslocoPipe } from '@uptake/web/i18n';
import { Chip, EmptyState, Icon, ProblemNotice } from '@uptake/web/ui';
import { WorkshopPage } from '@uptake/workshops/contracts';
import { mayCreateWorkshop } from '@uptake/workshops/domain';

const PAGE = 50;
const TYPING_MS = 200;

/** The workshops that this person has a seat in, runs or coordinates; the search stands in the address. */
@Component({
  selector: 'ut-workshop-list',
  imports: [Chip, DaysPipe, EmptyState, Icon, NumberPipe, ProblemNotice, RouterLink, TranslocoPipe],
  templateUrl: './workshop-list.html',
  styleUrl: './workshop-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkshopList {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly languages = inject(Languages);
  private readonly session = inject(Session);

  readonly q = input('', { transform: (given: string | undefined) => given ?? '' });

  protected readonly isKnown = computed(() => this.session.accountId() !== null);
  protected readonly mayAdd = computed(() => mayCreateWorkshop(this.session.actor()));
  protected readonly first = httpResource(() => (this.isKnown() ? apiUrl('/workshops', { q: this.q(), limit: PAGE }) : undefined), {
    parse: (answer) => WorkshopPage.parse(answer),
  });
  /** The newest answer stays on screen while another one is on its way. */
  protected readonly page = linkedSignal<WorkshopPage | undefined, WorkshopPage | undefined>({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: (answer, before) => answer ?? before?.value,
  });
  protected readonly problem = computed(() => (this.first.error() ? Problem.from(this.first.error()) : this.moreProblem()));
  protected readonly readingMore = signal(false);
  private readonly moreProblem = signal<Problem | null>(null);
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected kindName(kind: string): string {
    return this.languages.say(`workshops.kind.${kind}`);
  }

  protected search(q: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(
      () => void this.router.navigate([], { queryParams: { q: q.trim() || null }, queryParamsHandling: 'merge', replaceUrl: true }),
      TYPING_MS,
    );
  }

  protected async more(): Promise<void> {
    const shown = this.page();
    if (!shown?.cursor) return;
    this.readingMore.set(true);
    this.moreProblem.set(null);
    try {
      const next = await this.api.get('/workshops', WorkshopPage, { query: { q: this.q(), limit: PAGE, cursor: shown.cursor } });
      this.page.set({ ...next, items: [...shown.items, ...next.items] });
    } catch (error) {
      this.moreProblem.set(Problem.from(error));
    } finally {
      this.readingMore.set(false);
    }
  }
}
