import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Assignment, Assignments } from '@uptake/assignments/contracts';
import { apiUrl } from '@uptake/web/http';
import { DayPipe, TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { DueDate, Icon, ProblemNotice, Sentence, Status } from '@uptake/web/ui';
import { AnswerDialog } from './answer-dialog';
import { AssignDialog } from './assign-dialog';
import { type AssignmentAct, AssignmentActions } from './assignment-actions';
import { ChangeDialog } from './change-dialog';
import { disagreements } from './disagreements';
import { FindingDialog } from './finding-dialog';

/** Who is responsible for a recommendation, how each answered and what each reports; with what the reader may do about it. */
@Component({
  selector: 'ut-responsible',
  imports: [
    AnswerDialog,
    AssignDialog,
    AssignmentActions,
    ChangeDialog,
    DayPipe,
    DueDate,
    FindingDialog,
    Icon,
    ProblemNotice,
    RouterLink,
    Sentence,
    Status,
    TranslocoPipe,
  ],
  templateUrl: './responsible.html',
  styleUrl: './responsible.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Responsible {
  readonly recommendationId = input.required<string>();
  /** Whether the reader may give institutions a part: `recommendation.may.assign`. */
  readonly mayAssign = input(false, { transform: booleanAttribute });

  protected readonly assignments = httpResource(() => apiUrl(`/recommendations/${this.recommendationId()}/assignments`), {
    parse: (answer) => Assignments.parse(answer).items,
  });
  protected readonly items = computed(() => (this.assignments.hasValue() ? this.assignments.value() : []));
  protected readonly disagreements = computed(() => disagreements(this.items()));
  protected readonly acts = computed(() => this.items().some(({ may }) => may.change || may.respond || may.report || may.verify));

  protected readonly dialog = signal<'assign' | AssignmentAct | null>(null);
  private readonly selectedId = signal<string | null>(null);
  /** As it is now: news that arrive while a dialog is open change what it is about. */
  protected readonly selected = computed(() => this.items().find(({ id }) => id === this.selectedId()) ?? null);

  constructor() {
    followLive(() => `recommendation:${this.recommendationId()}`, {
      reload: () => this.assignments.reload(),
      when: ({ type }) => type.startsWith('assignments.') || type.startsWith('progress.'),
    });
  }

  protected show(dialog: AssignmentAct, assignment: Assignment): void {
    this.selectedId.set(assignment.id);
    this.dialog.set(dialog);
  }

  protected close(isOpen: boolean): void {
    if (!isOpen) this.dialog.set(null);
  }

  protected done(): void {
    this.dialog.set(null);
    this.assignments.reload();
  }
}
