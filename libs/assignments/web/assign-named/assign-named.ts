import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, form } from '@angular/forms/signals';
import { AssignedAsNamed, type Frequency, NamedAssignments, frequencies } from '@uptake/assignments/contracts';
import { Api, Problem, apiUrl } from '@uptake/web/http';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { Control, Dialog, LabelledField, ProblemNotice, Toasts } from '@uptake/web/ui';

/** Assigns every recommendation of a source to the bodies that its document names, with one date for all. Shows itself only where there is something to do. */
@Component({
  selector: 'ut-assign-named',
  imports: [Control, Dialog, FormField, FormRoot, LabelledField, ProblemNotice, TranslocoPipe],
  templateUrl: './assign-named.html',
  styleUrl: '../responsible/dialogs.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignNamed {
  private readonly api = inject(Api);
  private readonly languages = inject(Languages);
  private readonly toasts = inject(Toasts);

  readonly sourceId = input.required<string>();

  protected readonly frequencies = frequencies;
  protected readonly open = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly named = httpResource(() => apiUrl(`/sources/${this.sourceId()}/named-assignments`), {
    parse: (answer) => NamedAssignments.parse(answer),
  });
  private readonly draft = signal<{ dueOn: string; frequency: Frequency }>({ dueOn: '', frequency: 'yearly' });
  protected readonly form = form(this.draft, { submission: { action: () => this.send() } });

  constructor() {
    followLive(() => `source:${this.sourceId()}`, {
      reload: () => this.named.reload(),
      when: ({ type }) => /^(assignments\.(assigned|ended|restored)|recommendations\.|sources\.)/.test(type),
    });
  }

  private async send(): Promise<undefined> {
    this.problem.set(null);
    const { dueOn, frequency } = this.draft();
    try {
      const wanted = { sourceId: this.sourceId(), as: 'named', dueOn: dueOn || null, frequency };
      const { recommendations, assignments } = await this.api.post('/recommendations/assignments', wanted, AssignedAsNamed);
      this.toasts.show({ sentence: this.languages.say('assignments.named.done', { recommendations, assignments }) });
      this.open.set(false);
      this.named.reload();
    } catch (error) {
      this.problem.set(Problem.from(error));
    }
  }
}
