import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, FormRoot, type TreeValidationResult, form, validateStandardSchema } from '@angular/forms/signals';
import { Source, SourceChange } from '@uptake/sources/contracts';
import { Api, Problem } from '@uptake/web/http';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Control, focusFirstError, LabelledField, ProblemNotice, refusedFields } from '@uptake/web/ui';

const settingsSchema = SourceChange.required();

/** What a coordinator may change of a source: its title, who sees it, its time zone, and whether reminders go out. */
@Component({
  selector: 'ut-source-settings',
  imports: [Control, FormField, FormRoot, LabelledField, ProblemNotice, TranslocoPipe],
  template: `
    <form class="stack" [formRoot]="settings">
      <ut-field [label]="'sources.field.title' | transloco" [of]="settings.title">
        <input utControl autocomplete="off" [formField]="settings.title" />
      </ut-field>
      <ut-field [label]="'sources.field.visibility' | transloco" [of]="settings.visibility">
        <select utControl [formField]="settings.visibility">
          <option value="public">{{ 'sources.visibility.public' | transloco }}</option>
          <option value="members">{{ 'sources.visibility.members' | transloco }}</option>
        </select>
      </ut-field>
      <ut-field [label]="'sources.field.timeZone' | transloco" [help]="'sources.field.timeZoneHelp' | transloco" [of]="settings.timeZone">
        <select utControl [formField]="settings.timeZone">
          @for (zone of timeZones; track zone) {
            <option [value]="zone">{{ zone }}</option>
          }
        </select>
      </ut-field>
      <label class="cluster">
        <input type="checkbox" class="box" [formField]="settings.remindersPaused" />{{ 'sources.settings.paused' | transloco }}
      </label>
      <button class="btn primary" [attr.aria-busy]="settings().submitting()">{{ 'sources.settings.save' | transloco }}</button>
      @if (problem(); as problem) {
        <ut-problem-notice [problem]="problem" />
      }
    </form>
  `,
  styles: `
    form {
      --gap: var(--space-6);
      min-inline-size: min(28rem, 80vw);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourceSettings {
  private readonly api = inject(Api);

  readonly source = input.required<Source>();
  readonly saved = output<Source>();

  protected readonly timeZones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
  protected readonly problem = signal<Problem | null>(null);
  private readonly change = linkedSignal((): Required<SourceChange> => {
    const { title, visibility, timeZone, remindersPaused } = this.source();
    return { title, visibility, timeZone, remindersPaused };
  });
  protected readonly settings = form(this.change, (path) => validateStandardSchema(path, settingsSchema), {
    submission: { action: () => this.save(), onInvalid: focusFirstError },
  });

  private async save(): Promise<TreeValidationResult> {
    this.problem.set(null);
    const { id, revision } = this.source();
    try {
      this.saved.emit(await this.api.patch(`/sources/${id}`, this.change(), Source, { revision }));
    } catch (error) {
      const problem = Problem.from(error);
      const refused = refusedFields(problem, { title: this.settings.title, timeZone: this.settings.timeZone });
      if (!refused) this.problem.set(problem);
      return refused;
    }
    return undefined;
  }
}
