import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, output, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import type { RecommendationRow } from '@uptake/recommendations/contracts';
import { Locale, Now, TranslocoPipe } from '@uptake/web/i18n';
import { DueDate, Icon, ListStatus, VoteBar } from '@uptake/web/ui';
import type { ListSort } from './list-filters';
import { isTyping } from './is-typing';

const LATE: ReadonlySet<string> = new Set(['overdue', 'no_update_received', 'returned']);
const CLOSED: ReadonlySet<string> = new Set(['verified', 'no_longer_applicable', 'superseded', 'withdrawn', 'merged', 'not_adopted']);

/** The rows: a ruled table on desks, entries on phones. `j` and `k` move from title to title, so that Enter opens as on any link. */
@Component({
  selector: 'ut-list-table',
  imports: [DueDate, Icon, ListStatus, RouterLink, TranslocoPipe, VoteBar],
  templateUrl: './list-table.html',
  styleUrl: './list-table.scss',
  host: { '(document:keydown)': 'move($event)', '(focusin)': 'mark($event)', '(focusout)': 'at.set(null)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListTable {
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  private readonly locale = inject(Locale);
  private readonly now = inject(Now);

  readonly rows = input.required<readonly RecommendationRow[]>();
  readonly sort = input.required<ListSort>();
  readonly sortBy = output<ListSort>();

  protected readonly at = signal<string | null>(null);
  private readonly phone = toSignal(inject(BreakpointObserver).observe('(max-width: 899px)'));
  protected readonly narrow = computed(() => this.phone()?.matches ?? false);

  protected isClosed({ status }: RecommendationRow): boolean {
    return CLOSED.has(status);
  }

  /** The server knows the source's own day and whether the deadline was answered; a date that passed is late only where it says so. */
  protected isAnswered({ status, dueOn }: RecommendationRow): boolean {
    return !LATE.has(status) && dueOn !== null && this.locale.daysFromToday(dueOn, this.now.time()) < 0;
  }

  protected move(event: KeyboardEvent): void {
    if ((event.key !== 'j' && event.key !== 'k') || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const titles = [...this.host.querySelectorAll<HTMLElement>('a.title')];
    const current = titles.indexOf(document.activeElement as HTMLElement);
    const next = event.key === 'j' ? Math.min(current + 1, titles.length - 1) : Math.max(current - 1, 0);
    titles[next]?.focus();
    event.preventDefault();
  }

  protected mark(event: FocusEvent): void {
    this.at.set((event.target as HTMLElement).closest('tr')?.dataset['id'] ?? null);
  }
}
