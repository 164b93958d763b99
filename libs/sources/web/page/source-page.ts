import { BreakpointObserver } from '@angular/cdk/layout';
import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { PlanMatrix as PlanAnswer, Source } from '@uptake/sources/contracts';
import { Api, apiUrl, Problem } from '@uptake/web/http';
import { DayPipe, Languages, NumberPipe, TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { Dialog, Icon, MarginSection, PageTitle, ProblemNotice, Toasts } from '@uptake/web/ui';
import { OutlineEntries } from './outline-entries';
import { PlanMatrix } from './plan-matrix';
import { PlanProgress } from './plan-progress';
import { SourceSettings } from './source-settings';
import { workshopFrom } from './workshop-from';

/**
 * One document: a plan as its matrix, what a workshop recommends by theme. Actions of later slices are given as content:
 * `<ut-assign-named tools [sourceId]="id" />`.
 */
@Component({
  selector: 'ut-source-page',
  imports: [
    DayPipe,
    Dialog,
    Icon,
    MarginSection,
    NumberPipe,
    OutlineEntries,
    PlanMatrix,
    PlanProgress,
    ProblemNotice,
    RouterLink,
    SourceSettings,
    TranslocoPipe,
  ],
  templateUrl: './source-page.html',
  styleUrl: './source-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourcePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly languages = inject(Languages);
  private readonly toasts = inject(Toasts);

  readonly id = input.required<string>();

  protected readonly source = httpResource(() => apiUrl(`/sources/${this.id()}`), { parse: Source.parse });
  protected readonly matrix = httpResource(() => apiUrl(`/sources/${this.id()}/matrix`), { parse: PlanAnswer.parse });
  /** What was read last stays on screen while it is read anew. */
  readonly shown = linkedSignal<Source | undefined, Source | undefined>({
    source: () => (this.source.hasValue() ? this.source.value() : undefined),
    computation: (answer, before) => answer ?? (before?.value?.id === this.id() ? before.value : undefined),
  });
  protected readonly plan = linkedSignal<PlanAnswer | undefined, PlanAnswer | undefined>({
    source: () => (this.matrix.hasValue() ? this.matrix.value() : undefined),
    computation: (answer, before) => answer ?? before?.value,
  });
  protected readonly settingsOpen = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  private readonly phone = toSignal(inject(BreakpointObserver).observe('(max-width: 899px)'));
  protected readonly narrow = computed(() => this.phone()?.matches ?? false);
  /** How many there are of each level, in the document's own words. */
  protected readonly sizes = computed(() => {
    const source = this.shown();
    if (!source) return [];
    const levels = source.levels
      .slice(0, -1)
      .map((name, level) => ({ name, count: source.sections.filter((one) => one.level === level).length }));
    return [...levels, { name: source.itemName, count: source.recommendations }];
  });
  protected readonly workshop = computed(() => {
    const source = this.shown();
    return source?.kind === 'workshop' && source.may.coordinate && !source.workshops.length ? workshopFrom(source) : undefined;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.shown() && title.name(this.shown()?.title ?? ''));
    followLive(() => (this.shown() ? `source:${this.id()}` : null), {
      reload: () => {
        this.source.reload();
        this.matrix.reload();
      },
    });
  }

  protected async undoImport(): Promise<void> {
    const source = this.shown();
    if (!source) return;
    this.problem.set(null);
    try {
      await this.api.delete(`/sources/${source.id}`);
      await this.router.navigate(['/plans']);
      this.toasts.show({
        sentence: this.languages.say('sources.undone'),
        undo: () => void this.restore(source),
      });
    } catch (error) {
      this.problem.set(Problem.from(error));
    }
  }

  protected changed(source: Source): void {
    this.shown.set(source);
    this.settingsOpen.set(false);
    this.toasts.show({ sentence: this.languages.say('sources.settings.saved') });
  }

  private async restore({ id }: Source): Promise<void> {
    await this.api.post(`/sources/${id}/restore`, {}, Source);
    await this.router.navigate(['/sources', id]);
  }
}
