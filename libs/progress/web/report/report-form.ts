import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { type FieldTree, FormField, FormRoot, form, validate, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { NewStatusUpdate, ReportedUpdate, type ReportForm as FormFacts, WORDS_AT_MOST, countWords } from '@uptake/progress/contracts';
import type { Implementation } from '@uptake/recommendations/domain';
import { Api, Problem } from '@uptake/web/http';
import { DayPipe, Languages, MomentPipe, TranslocoPipe } from '@uptake/web/i18n';
import {
  type Choice,
  ChoiceList,
  Control,
  DueDate,
  Icon,
  LabelledField,
  MarginSection,
  PageHeader,
  ProblemNotice,
  focusFirstError,
  refusedFields,
  statusLook,
} from '@uptake/web/ui';
import { EvidenceList } from './evidence-list';
import { type ReportDraft, ReportDrafts, beginFrom } from './report-draft';

/** One report: where it stands, what was done, what shows it. Says what it needs before it is sent, and keeps what is written. */
@Component({
  selector: 'ut-report-form',
  imports: [
    ChoiceList,
    Control,
    DayPipe,
    DueDate,
    EvidenceList,
    FormField,
    FormRoot,
    Icon,
    LabelledField,
    MarginSection,
    MomentPipe,
    PageHeader,
    ProblemNotice,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './report-form.html',
  styleUrl: './report-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportForm {
  private readonly api = inject(Api);
  private readonly languages = inject(Languages);
  private readonly drafts = inject(ReportDrafts);
  private readonly evidence = viewChild(EvidenceList);

  readonly facts = input.required<FormFacts>();
  /** Where the report is sent, below the API's base. */
  readonly address = input.required<`/${string}`>();
  readonly sent = output<ReportedUpdate>();

  /** What was kept on this device before this page was opened. */
  protected readonly kept = linkedSignal(() => this.drafts.read(this.facts().assignmentId));
  private readonly draft = linkedSignal((): ReportDraft => this.usable(this.kept()?.draft) ?? beginFrom(this.facts()));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly wordsAtMost = WORDS_AT_MOST;
  protected readonly words = computed(() => countWords(this.draft().done));
  protected readonly claims = computed(() => this.draft().implementation === 'implemented');
  protected readonly states = computed(() =>
    this.facts().choices.map((state): Choice<Implementation> => ({
      value: state,
      label: this.languages.say(`ui.status.implementation.${state}`),
      meaning: this.languages.say(`progress.meaning.${state}`),
      ...statusLook('implementation', state),
      ...(state === this.facts().current ? { aside: this.languages.say('progress.report.asBefore') } : {}),
    })),
  );
  /** One key for one content: sent again after a lost answer, it is kept once. */
  private lastSent = { content: '', key: '' };

  protected readonly form = form(
    this.draft,
    (path) => {
      validateStandardSchema(path, NewStatusUpdate);
      validate(path.evidence, ({ value }) =>
        this.claims() && !value().length ? { kind: 'missing', message: this.languages.say('progress.report.evidenceNeeded') } : undefined,
      );
    },
    { submission: { action: () => this.send(), onInvalid: (invalid) => this.showWhatIsMissing(invalid) } },
  );

  constructor() {
    effect(() => {
      const draft = this.draft();
      if (JSON.stringify(draft) !== JSON.stringify(beginFrom(this.facts()))) this.drafts.keep(this.facts().assignmentId, draft);
    });
  }

  protected startAfresh(): void {
    this.drafts.drop(this.facts().assignmentId);
    this.kept.set(null);
    this.form().reset(beginFrom(this.facts()));
  }

  private async send() {
    this.problem.set(null);
    try {
      const report = NewStatusUpdate.parse(this.draft());
      const update = await this.api.post(this.address(), report, ReportedUpdate, { idempotencyKey: this.keyFor(JSON.stringify(report)) });
      this.drafts.drop(this.facts().assignmentId);
      this.sent.emit(update);
    } catch (error) {
      const problem = Problem.from(error);
      const refused = refusedFields(problem, { done: this.form.done, obstacles: this.form.obstacles, nextStep: this.form.nextStep });
      if (!refused) this.problem.set(problem);
      return refused;
    }
    return undefined;
  }

  private showWhatIsMissing(invalid: FieldTree<unknown>): void {
    const others = invalid()
      .errorSummary()
      .some(({ fieldTree }) => fieldTree !== this.form.evidence);
    if (others) focusFirstError(invalid);
    else this.evidence()?.focus();
  }

  private keyFor(content: string): string {
    if (this.lastSent.content !== content) this.lastSent = { content, key: crypto.randomUUID() };
    return this.lastSent.key;
  }

  /** A draft whose status can no longer be reported is kept, with the present status in its place. */
  private usable(draft: ReportDraft | undefined): ReportDraft | undefined {
    if (!draft || this.facts().choices.includes(draft.implementation)) return draft;
    return { ...draft, implementation: this.facts().current };
  }
}
