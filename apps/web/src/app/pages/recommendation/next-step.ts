import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Assignment } from '@uptake/assignments/contracts';
import { Recommendation } from '@uptake/recommendations/contracts';
import type { Decided } from '@uptake/recommendations/domain';
import { Api, Problem } from '@uptake/web/http';
import { Languages, Locale, Now, TranslocoPipe } from '@uptake/web/i18n';
import { Icon, ProblemNotice, Toasts } from '@uptake/web/ui';
import { nextStepOf } from './next-step-of';
import { TextEdit } from './text-edit';

/** What should happen next, and by this person if it is theirs to do: one thing to press, the rest quieter. */
@Component({
  selector: 'ut-next-step',
  imports: [Icon, ProblemNotice, RouterLink, TextEdit, TranslocoPipe],
  templateUrl: './next-step.html',
  styleUrl: './next-step.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextStep {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly languages = inject(Languages);
  private readonly locale = inject(Locale);
  private readonly now = inject(Now);
  private readonly router = inject(Router);

  readonly recommendation = input.required<Recommendation>();
  readonly assignments = input.required<readonly Assignment[]>();
  readonly changed = output<void>();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly editing = signal(false);
  protected readonly busy = signal(false);
  protected readonly step = computed(() => nextStepOf(this.recommendation(), this.assignments()));

  protected readonly title = computed(() => {
    const { kind, assignment } = this.step();
    return this.languages.say(`recommendations.next.${kind}`, {
      frequency: assignment?.frequency ?? 'once',
      dated: assignment?.dueOn ? 'yes' : 'no',
      due: assignment?.dueOn ? this.locale.day(assignment.dueOn) : '',
    });
  });
  protected readonly about = computed(() => {
    const { assignment } = this.step();
    if (!assignment) return '';
    const distance = assignment.dueOn ? this.locale.fromToday(assignment.dueOn, this.now.time()) : '';
    return [distance, assignment.institution.name].filter(Boolean).join(' · ');
  });

  protected decide(decision: Decided): Promise<void> {
    return this.attempt(async () => {
      await this.api.post(this.path('decision'), { decision }, Recommendation);
      this.toasts.show({ sentence: this.languages.say(`recommendations.next.${decision}`) });
    });
  }

  protected withdraw(): Promise<void> {
    return this.attempt(async () => {
      await this.api.post(this.path('withdrawal'), {}, Recommendation);
      this.toasts.show({ sentence: this.languages.say('recommendations.next.withdrawn'), undo: () => void this.restore() });
    });
  }

  protected restore(): Promise<void> {
    return this.attempt(() => this.api.delete(this.path('withdrawal')));
  }

  protected async copyLink(): Promise<void> {
    await navigator.clipboard.writeText(location.origin + this.router.url.replace(/[?#].*$/, ''));
    this.toasts.show({ sentence: this.languages.say('recommendations.next.copied') });
  }

  private path(what: string): `/${string}` {
    return `/recommendations/${this.recommendation().id}/${what}`;
  }

  private async attempt(command: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await command();
      this.changed.emit();
    } catch (error) {
      this.problem.set(Problem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
