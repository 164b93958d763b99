import { ChangeDetectionStrategy, Component, effect, inject, input, model, output, signal, untracked } from '@angular/core';
import { FormField, FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { Recommendation, TextChange } from '@uptake/recommendations/contracts';
import { editText } from '@uptake/recommendations/domain';
import { Api, Problem } from '@uptake/web/http';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { Control, Dialog, LabelledField, ProblemNotice, Toasts, refusedFields } from '@uptake/web/ui';

type Refused = ReturnType<typeof refusedFields>;

/** Edits the text in a dialog. The original stays, and so does every difference. */
@Component({
  selector: 'ut-text-edit',
  imports: [Control, Dialog, FormField, FormRoot, LabelledField, ProblemNotice, TranslocoPipe],
  template: `
    <ut-dialog [label]="'recommendations.edit.title' | transloco" [(open)]="open">
      <form class="stack" [formRoot]="textForm">
        <ut-field [label]="'recommendations.edit.text' | transloco" [of]="textForm.text">
          <textarea utControl rows="6" [formField]="textForm.text"></textarea>
        </ut-field>
        <ut-field [label]="'recommendations.edit.reason' | transloco" [help]="reasonHelp() | transloco" [of]="textForm.reason">
          <input utControl [formField]="textForm.reason" />
        </ut-field>
        @if (problem(); as problem) {
          <ut-problem-notice [problem]="problem" />
        }
        <button class="btn primary" [attr.aria-busy]="textForm().submitting()">{{ 'recommendations.edit.save' | transloco }}</button>
      </form>
    </ut-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextEdit {
  private readonly api = inject(Api);
  private readonly languages = inject(Languages);
  private readonly toasts = inject(Toasts);

  readonly recommendation = input.required<Recommendation>();
  readonly open = model(false);
  readonly saved = output<void>();

  protected readonly problem = signal<Problem | null>(null);
  private readonly change = signal<Required<TextChange>>({ text: '', reason: '' });
  /** The revision that the person saw when they began; a later one by somebody else is not overwritten. */
  private revision = 0;
  protected readonly textForm = form(this.change, (path) => validateStandardSchema(path, TextChange.required()), {
    submission: { action: () => this.save() },
  });

  constructor() {
    effect(() => {
      if (!this.open()) return;
      const { text, revision } = untracked(this.recommendation);
      this.revision = revision;
      this.change.set({ text, reason: '' });
      this.problem.set(null);
    });
  }

  protected reasonHelp(): string {
    return `recommendations.edit.${this.recommendation().lifecycle === 'adopted' ? 'reasonRequired' : 'reasonOptional'}`;
  }

  private async save(): Promise<Refused> {
    this.problem.set(null);
    const { id, lifecycle, text } = this.recommendation();
    const edit = editText(lifecycle, text, this.change());
    if (edit.refused && edit.code === 'reason_required') {
      return [{ kind: 'refused', message: this.languages.say('recommendations.edit.reasonRequired'), fieldTree: this.textForm.reason }];
    }
    try {
      await this.api.patch(`/recommendations/${id}`, this.change(), Recommendation, { revision: this.revision });
      this.open.set(false);
      this.saved.emit();
      this.toasts.show({ sentence: this.languages.say('recommendations.edit.saved') });
    } catch (error) {
      const problem = Problem.from(error);
      const refused = refusedFields(problem, { text: this.textForm.text, reason: this.textForm.reason });
      if (!refused) this.problem.set(problem);
      return refused;
    }
    return undefined;
  }
}
