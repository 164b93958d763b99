import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Assignment } from '@uptake/assignments/contracts';
import { TranslocoPipe } from '@uptake/web/i18n';

export type AssignmentAct = 'change' | 'answer' | 'finding';

/** What the reader may do about one assignment. What waits for them stands out; the rest is quiet. */
@Component({
  selector: 'ut-assignment-actions',
  imports: [RouterLink, TranslocoPipe],
  template: `
    @if (assignment().may.respond) {
      <button type="button" class="btn small" [class]="awaitsAnswer() ? 'primary' : 'bare'" (click)="act.emit('answer')">
        {{ (awaitsAnswer() ? 'assignments.act.answer' : 'assignments.act.answerAgain') | transloco }}<span class="vh">{{ of() }}</span>
      </button>
    }
    @if (assignment().may.report) {
      <a class="btn small" [class.primary]="awaitsReport()" [routerLink]="['/assignments', assignment().id, 'report']">
        {{ 'assignments.act.report' | transloco }}<span class="vh">{{ of() }}</span>
      </a>
    }
    @if (assignment().may.verify && assignment().reportedAt) {
      <button type="button" class="btn small" [class.primary]="awaitsFinding()" (click)="act.emit('finding')">
        {{ 'assignments.act.verify' | transloco }}<span class="vh">{{ of() }}</span>
      </button>
    }
    @if (assignment().may.change) {
      <button type="button" class="btn bare small" (click)="act.emit('change')">
        {{ 'assignments.act.change' | transloco }}<span class="vh">{{ of() }}</span>
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-2);
      justify-content: flex-end;
    }
    @media (max-width: 899px) {
      :host {
        justify-content: flex-start;
      }
      .btn {
        min-block-size: var(--target);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignmentActions {
  readonly assignment = input.required<Assignment>();
  readonly act = output<AssignmentAct>();

  /** Tells the buttons of one institution from those of the next, for whoever does not see the row. */
  protected readonly of = computed(() => ` (${this.assignment().institution.name})`);
  protected readonly awaitsAnswer = computed(() => this.assignment().response === 'awaiting');
  protected readonly awaitsReport = computed(() => this.assignment().overdue || this.assignment().verification === 'returned');
  protected readonly awaitsFinding = computed(
    () => this.assignment().implementation === 'implemented' && this.assignment().verification === 'unverified',
  );
}
