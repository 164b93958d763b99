import { ChangeDetectionStrategy, Component, effect, inject, input, model, output, signal, untracked } from '@angular/core';
import { FormField, FormRoot, form } from '@angular/forms/signals';
import { type Assignment, type Frequency, frequencies } from '@uptake/assignments/contracts';
import { type Part, parts } from '@uptake/recommendations/domain';
import { Problem } from '@uptake/web/http';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Control, Dialog, LabelledField, ProblemNotice } from '@uptake/web/ui';
import { AssignmentCommands } from '../assignment-commands';

interface Draft {
  part: Part;
  dueOn: string;
  frequency: Frequency;
}

/** A coordinator moves the date, changes the part or takes it away. */
@Component({
  selector: 'ut-change-dialog',
  imports: [Control, Dialog, FormField, FormRoot, LabelledField, ProblemNotice, TranslocoPipe],
  template: `
    <ut-dialog [label]="assignment().institution.name" [(open)]="open">
      @if (open()) {
        <form class="stack" novalidate [formRoot]="form">
          <ut-field [label]="'assignments.partHead' | transloco" [of]="form.part">
            <select utControl [formField]="form.part">
              @for (part of parts; track part) {
                <option [value]="part">{{ 'assignments.part.' + part | transloco }}</option>
              }
            </select>
          </ut-field>
          <div class="pair">
            <ut-field [label]="'assignments.dueOn' | transloco" [help]="'assignments.change.dueHelp' | transloco" [of]="form.dueOn">
              <input utControl type="date" [formField]="form.dueOn" />
            </ut-field>
            <ut-field [label]="'assignments.frequencyHead' | transloco" [of]="form.frequency">
              <select utControl [formField]="form.frequency">
                @for (frequency of frequencies; track frequency) {
                  <option [value]="frequency">{{ 'assignments.frequency.' + frequency | transloco }}</option>
                }
              </select>
            </ut-field>
          </div>
          @if (problem(); as problem) {
            <ut-problem-notice [problem]="problem" />
          }
          <div class="ends">
            <button class="btn primary" [attr.aria-busy]="form().submitting()">{{ 'assignments.change.submit' | transloco }}</button>
            <button type="button" class="btn bare" (click)="end()">{{ 'assignments.change.end' | transloco }}</button>
          </div>
        </form>
      }
    </ut-dialog>
  `,
  styleUrl: './dialogs.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeDialog {
  private readonly commands = inject(AssignmentCommands);

  readonly open = model(false);
  readonly assignment = input.required<Assignment>();
  readonly done = output<void>();

  protected readonly parts = parts;
  protected readonly frequencies = frequencies;
  protected readonly problem = signal<Problem | null>(null);
  private readonly draft = signal<Draft>({ part: 'lead', dueOn: '', frequency: 'once' });
  protected readonly form = form(this.draft, { submission: { action: () => this.send() } });

  constructor() {
    effect(() => {
      if (this.open()) untracked(() => this.begin());
    });
  }

  protected async end(): Promise<void> {
    await this.attempt(() => this.commands.end(this.assignment()));
  }

  private begin(): void {
    const { part, dueOn, frequency } = this.assignment();
    this.problem.set(null);
    this.form().reset({ part, dueOn: dueOn ?? '', frequency });
  }

  private async send(): Promise<undefined> {
    const { dueOn, ...more } = this.draft();
    await this.attempt(() => this.commands.change(this.assignment(), { ...more, dueOn: dueOn || null }));
  }

  private async attempt(command: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await command();
      this.done.emit();
    } catch (error) {
      this.problem.set(Problem.from(error));
    }
  }
}
