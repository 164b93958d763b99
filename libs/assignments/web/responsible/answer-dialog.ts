import { ChangeDetectionStrategy, Component, computed, effect, inject, input, model, output, signal, untracked } from '@angular/core';
import { FormField, FormRoot, form, validate } from '@angular/forms/signals';
import type { Assignment } from '@uptake/assignments/contracts';
import { type Response, response } from '@uptake/recommendations/domain';
import { Problem } from '@uptake/web/http';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { type Choice, ChoiceList, Control, Dialog, LabelledField, ProblemNotice, focusFirstError, statusLook } from '@uptake/web/ui';
import { AssignmentCommands } from '../assignment-commands';

type Answer = Exclude<Response, 'awaiting'>;

/** An institution answers that it was given a part. */
@Component({
  selector: 'ut-answer-dialog',
  imports: [ChoiceList, Control, Dialog, FormField, FormRoot, LabelledField, ProblemNotice, TranslocoPipe],
  template: `
    <ut-dialog [label]="'assignments.answer.title' | transloco: { institution: assignment().institution.name }" [(open)]="open">
      @if (open()) {
        <form class="stack" novalidate [formRoot]="form">
          <ut-choice-list [label]="'assignments.response' | transloco" [choices]="choices()" [formField]="form.response" />
          <ut-field
            [label]="'assignments.reason' | transloco"
            [help]="(needsReason() ? 'assignments.answer.reasonNeeded' : 'assignments.answer.reasonFree') | transloco"
            [optional]="!needsReason()"
            [of]="form.reason"
          >
            <textarea utControl rows="3" [formField]="form.reason"></textarea>
          </ut-field>
          @if (problem(); as problem) {
            <ut-problem-notice [problem]="problem" />
          }
          <button class="btn primary" [attr.aria-busy]="form().submitting()">{{ 'assignments.answer.submit' | transloco }}</button>
        </form>
      }
    </ut-dialog>
  `,
  styleUrl: './dialogs.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerDialog {
  private readonly commands = inject(AssignmentCommands);
  private readonly languages = inject(Languages);

  readonly open = model(false);
  readonly assignment = input.required<Assignment>();
  readonly done = output<void>();

  protected readonly problem = signal<Problem | null>(null);
  /** The answer given so far, if there is one, and those that may follow it. */
  private readonly answers = computed((): Answer[] => {
    const given = this.assignment().response;
    return [given, ...response.next(given)].filter((state): state is Answer => state !== 'awaiting');
  });
  protected readonly choices = computed(() =>
    this.answers().map((state): Choice<Answer> => ({
      value: state,
      label: this.languages.say(`ui.status.response.${state}`),
      meaning: this.languages.say(`assignments.answerMeaning.${state}`),
      ...statusLook('response', state),
    })),
  );
  private readonly draft = signal<{ response: Answer; reason: string }>({ response: 'accepted', reason: '' });
  protected readonly needsReason = computed(() => this.draft().response !== 'accepted');
  protected readonly form = form(
    this.draft,
    (path) =>
      validate(path.reason, ({ value }) =>
        this.needsReason() && !value().trim()
          ? { kind: 'missing', message: this.languages.say('assignments.answer.reasonNeeded') }
          : undefined,
      ),
    { submission: { action: () => this.send(), onInvalid: focusFirstError } },
  );

  constructor() {
    effect(() => {
      if (this.open()) untracked(() => this.begin());
    });
  }

  private begin(): void {
    this.problem.set(null);
    this.form().reset({ response: this.answers()[0] ?? 'accepted', reason: this.assignment().responseReason });
  }

  private async send(): Promise<undefined> {
    this.problem.set(null);
    const { response, reason } = this.draft();
    try {
      await this.commands.answer(this.assignment(), { response, responseReason: reason });
      this.done.emit();
    } catch (error) {
      this.problem.set(Problem.from(error));
    }
  }
}
