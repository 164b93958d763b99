import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '@uptake/people/web';
import { ComingReminders, Ledger } from '@uptake/reminders/contracts';
import { Source } from '@uptake/sources/contracts';
import { Api, apiUrl, Problem } from '@uptake/web/http';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { EmptyState, MarginSection, PageHeader, ProblemNotice, Toasts } from '@uptake/web/ui';
import { ComingList } from './coming-list';
import { ReminderLog } from './reminder-log';

const PAGE = 20;

/** For a coordinator: what goes out in the next thirty days, what went out and what did not, and the switch that pauses a source. */
@Component({
  selector: 'ut-reminders',
  imports: [ComingList, EmptyState, MarginSection, PageHeader, ProblemNotice, ReminderLog, TranslocoPipe],
  templateUrl: './reminders.html',
  styleUrl: './reminders.scss',
  host: { '(window:focus)': 'lookAgain()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Reminders {
  private readonly api = inject(Api);
  private readonly languages = inject(Languages);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  /** From the address; without it, all sources of the person. */
  readonly source = input<string>();

  protected readonly coming = httpResource(() => apiUrl('/reminders/coming', { source: this.source() }), { parse: ComingReminders.parse });
  protected readonly log = httpResource(() => apiUrl('/reminders', { source: this.source(), limit: PAGE }), { parse: Ledger.parse });
  protected readonly chosen = httpResource(() => (this.source() ? apiUrl(`/sources/${this.source()}`) : undefined), {
    parse: Source.parse,
  });

  /** What was read stays on screen while it is read again. */
  protected readonly next = linkedSignal<ComingReminders | undefined, ComingReminders | undefined>({
    source: () => (this.coming.hasValue() ? this.coming.value() : undefined),
    computation: (answer, before) => answer ?? before?.value,
  });
  protected readonly ledger = linkedSignal<Ledger | undefined, Ledger | undefined>({
    source: () => (this.log.hasValue() ? this.log.value() : undefined),
    computation: (answer, before) => answer ?? before?.value,
  });
  protected readonly sources = computed(() =>
    this.session
      .memberships()
      .flatMap(({ role, scopeId, scopeName }) => (role === 'coordinator' && scopeId ? { id: scopeId, title: scopeName } : [])),
  );
  protected readonly title = computed(() => {
    const reminders = this.next()?.items;
    return reminders ? this.languages.say('reminders.sentence', { count: reminders.length }) : this.languages.say('reminders.title');
  });
  protected readonly open = computed(() => (this.chosen.hasValue() ? this.chosen.value() : undefined));
  protected readonly refused = signal<Problem | null>(null);
  protected readonly problem = computed(() => {
    const error = this.coming.error() ?? this.log.error() ?? this.chosen.error();
    return this.refused() ?? (error ? Problem.from(error) : null);
  });
  protected readonly busy = signal(false);

  protected choose(source: string): void {
    void this.router.navigate([], { queryParams: { source: source || null } });
  }

  /** A page that lay in the background may be an hour old. */
  protected lookAgain(): void {
    this.refused.set(null);
    this.coming.reload();
    this.log.reload();
    this.chosen.reload();
  }

  protected async more(): Promise<void> {
    const shown = this.ledger();
    if (!shown?.cursor) return;
    const query = { source: this.source(), limit: PAGE, cursor: shown.cursor };
    await this.attempt(async () => {
      const older = await this.api.get('/reminders', Ledger, { query });
      this.ledger.set({ ...older, items: [...shown.items, ...older.items] });
    });
  }

  protected async pause(remindersPaused: boolean): Promise<void> {
    const source = this.open();
    if (!source) return;
    await this.attempt(async () => {
      await this.api.patch(`/sources/${source.id}`, { remindersPaused }, Source, { revision: source.revision });
      this.toasts.show({ sentence: this.languages.say(remindersPaused ? 'reminders.pause.done' : 'reminders.pause.undone') });
      this.lookAgain();
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      await work();
    } catch (error) {
      this.refused.set(Problem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
