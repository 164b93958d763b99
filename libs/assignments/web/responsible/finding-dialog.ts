import { ChangeDetectionStrategy, Component, computed, effect, inject, input, model, output, signal, untracked } from '@angular/core';
import { FormField, FormRoot, form, validate } from '@angular/forms/signals';
import type { Assignment } from '@uptake/assignments/contracts';
import { type Verification, verification } from '@uptake/recommendations/domain';
import { Problem } from '@uptake/web/http';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { type Choice, ChoiceList, Control, Dialog, LabelledField, ProblemNotice, focusFirstError, statusLook } from '@uptake/web/ui';
import { AssignmentCommands } from '../assignment-commands';

const NEEDS_REASON: readonly Verification[] = ['returned', 'disputed'];

/** A coordinator says what was found about the latest report. */
@Component({
  selector: 'ut-finding-dialog',
  imports: [ChoiceList, Control, Dialog, FormField, FormRoot, LabelledField, ProblemNotice, TranslocoPipe],
  template: `
    <ut-dialog [label]="'assignments.finding.title' | transloco: { institution: assignment().institution.name }" [(open)]="open">
      @if (open()) {
        <form class="stack" novalidate [formRoot]="form">
          <ut-choice-list [label]="'assignments.finding.label' | transloco" [choices]="choices()" [formField]="form.verification" />
          <ut-field
            [label]="'assignments.reason' | transloco"
            [help]="needsReason() ? ('assignments.finding.reasonNeeded' | transloco) : ''"
            [optional]="!needsReason()"
            [of]="form.reason"
          >
            <textarea utControl rows="3" [formField]="form.reason"></textarea>
          </ut-field>
          @if (problem(); as problem) {
            <ut-problem-notice [problem]="problem" />
          }
          <button class="btn primary" [attr.aria-busy]="form().submitting()">{{ 'assignments.finding.submit' | transloco }}</button>
        </form>
      }
    </ut-dialog>
  `,
  styleUrl: './dialogs.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingDialog {
  private readonly commands = inject(AssignmentCommands);
  private readonly languages = inject(Languages);

  readonly open = model(false);
  readonly assignment = input.required<Assignment>();
  readonly done = output<void>();

  protected readonly problem = signal<Problem | null>(null);
  /** Only a claim that it is implemented can be verified; what needs doing most comes first. */
  private readonly findings = computed(() => {
    const { verification: found, implementation } = this.assignment();
    const order: Verification[] = ['verified', 'returned', 'under_review', 'disputed', 'unverified'];
    return order.filter((state) => verification.allows(found, state) && (state !== 'verified' || implementation === 'implemented'));
  });
  protected readonly choices = computed(() =>
    this.findings().map((state): Choice<Verification> => ({
      value: state,
      label: this.languages.say(`ui.status.verification.${state}`),
      meaning: this.languages.say(`assignments.findingMeaning.${state}`),
      ...statusLook('verification', state),
    })),
  );
  private readonly draft = signal<{ verification: Verification; reason: string }>({ verification: 'under_review', reason: '' });
  protected readonly needsReason = computed(() => NEEDS_REASON.includes(this.draft().verification));
  protected readonly form = form(
    this.draft,
    (path) =>
      validate(path.reason, ({ value }) =>
        this.needsReason() && !value().trim()
          ? { kind: 'missing', message: this.languages.say('assignments.finding.reasonNeeded') }
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
    this.form().reset({ verification: this.findings()[0] ?? 'under_review', reason: '' });
  }

  private async send(): Promise<undefined> {
    this.problem.set(null);
    const { verification: found, reason } = this.draft();
    try {
      await this.commands.find(this.assignment(), found, reason);
      this.done.emit();
    } catch (error) {
      this.problem.set(Problem.from(error));
    }
  }
}
