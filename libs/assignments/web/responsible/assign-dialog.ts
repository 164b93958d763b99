import { ChangeDetectionStrategy, Component, computed, effect, inject, input, model, output, signal, untracked } from '@angular/core';
import { FormField, FormRoot, form, validate } from '@angular/forms/signals';
import { type Assignment, type Frequency, NewAssignment, frequencies } from '@uptake/assignments/contracts';
import { type Part, parts } from '@uptake/recommendations/domain';
import { Problem } from '@uptake/web/http';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { type Choice, ChoiceList, Control, Dialog, LabelledField, ProblemNotice, focusFirstError, refusedFields } from '@uptake/web/ui';
import { AssignmentCommands } from '../assignment-commands';
import { InstitutionPicker, type PickedInstitution } from '../institution-picker/institution-picker';

interface Draft {
  institution: PickedInstitution | null;
  part: Part;
  dueOn: string;
  frequency: Frequency;
}

const blank: Draft = { institution: null, part: 'lead', dueOn: '', frequency: 'once' };

/** Gives an institution a part in a recommendation. */
@Component({
  selector: 'ut-assign-dialog',
  imports: [ChoiceList, Control, Dialog, FormField, FormRoot, InstitutionPicker, LabelledField, ProblemNotice, TranslocoPipe],
  templateUrl: './assign-dialog.html',
  styleUrl: './dialogs.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignDialog {
  private readonly commands = inject(AssignmentCommands);
  private readonly languages = inject(Languages);

  readonly open = model(false);
  readonly recommendationId = input.required<string>();
  /** The parts that are held already. */
  readonly held = input.required<readonly Assignment[]>();
  readonly done = output<void>();

  protected readonly frequencies = frequencies;
  protected readonly taken = computed(() => this.held().map(({ institution }) => institution.id));
  private readonly lead = computed(() => this.held().find(({ part }) => part === 'lead'));
  /** A second lead is not even offered; it says who leads instead. */
  protected readonly choices = computed(() => {
    const lead = this.lead();
    return parts
      .filter((part) => part !== 'lead' || !lead)
      .map((part): Choice<Part> => ({
        value: part,
        label: this.languages.say(`assignments.part.${part}`),
        meaning: this.languages.say(`assignments.partMeaning.${part}`),
      }));
  });
  protected readonly leads = computed(() => this.lead()?.institution.name ?? '');

  private readonly draft = signal<Draft>(blank);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly form = form(
    this.draft,
    (path) =>
      validate(path.institution, ({ value }) =>
        value() ? undefined : { kind: 'missing', message: this.languages.say('assignments.picker.missing') },
      ),
    { submission: { action: () => this.send(), onInvalid: focusFirstError } },
  );

  constructor() {
    effect(() => {
      if (this.open()) untracked(() => this.begin());
    });
  }

  /** A supporting institution usually reports when the lead does. */
  private begin(): void {
    const lead = this.lead();
    this.problem.set(null);
    this.form().reset(lead ? { institution: null, part: 'supporting', dueOn: lead.dueOn ?? '', frequency: lead.frequency } : blank);
  }

  private async send() {
    this.problem.set(null);
    const { institution, dueOn, ...more } = this.draft();
    try {
      await this.commands.assign(
        this.recommendationId(),
        NewAssignment.parse({ ...more, institutionId: institution?.id, dueOn: dueOn || null }),
      );
      this.done.emit();
    } catch (error) {
      const problem = Problem.from(error);
      const refused = refusedFields(problem, { institutionId: this.form.institution, dueOn: this.form.dueOn });
      if (!refused) this.problem.set(problem);
      return refused;
    }
    return undefined;
  }
}
