import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, type TreeValidationResult, form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { OpenSessions, ProfileChange } from '@uptake/people/contracts';
import { Problem, apiUrl } from '@uptake/web/http';
import { Languages, MomentPipe, TranslocoPipe, languageTable, spokenLanguages } from '@uptake/web/i18n';
import { Control, LabelledField, MarginSection, ProblemNotice, Toasts, focusFirstError, refusedFields } from '@uptake/web/ui';
import { Session } from '../session/session';

/** All three at once: the form shows them all. */
const selfSchema = ProfileChange.required();

/** The person's own page: name, language, time zone, the parts they have, and where they are signed in. */
@Component({
  selector: 'ut-account',
  imports: [Control, FormField, FormRoot, LabelledField, MarginSection, MomentPipe, ProblemNotice, TranslocoPipe],
  templateUrl: './account.html',
  styleUrl: './account.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Account {
  protected readonly session = inject(Session);
  private readonly languages = inject(Languages);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly spoken = spokenLanguages.map((code) => ({ code, name: languageTable[code].name }));
  protected readonly timeZones = Intl.supportedValuesOf('timeZone');
  protected readonly devices = httpResource(() => apiUrl('/sessions'), { parse: (answer) => OpenSessions.parse(answer).items });
  protected readonly problem = signal<Problem | null>(null);

  private readonly self = signal<Required<ProfileChange>>({
    name: this.session.person()?.name ?? '',
    language: this.session.person()?.language ?? 'en',
    timeZone: this.session.person()?.timeZone ?? 'UTC',
  });
  protected readonly selfForm = form(this.self, (path) => validateStandardSchema(path, selfSchema), {
    submission: { action: () => this.save(), onInvalid: focusFirstError },
  });

  protected async signOutEverywhere(): Promise<void> {
    try {
      await this.session.signOutEverywhere();
      await this.router.navigateByUrl('/sign-in');
      this.toasts.show({ sentence: this.languages.say('people.account.signedOut') });
    } catch (error) {
      this.problem.set(Problem.from(error));
    }
  }

  private async save(): Promise<TreeValidationResult> {
    this.problem.set(null);
    try {
      await this.session.change(this.self());
      this.toasts.show({ sentence: this.languages.say('people.account.saved') });
    } catch (error) {
      const problem = Problem.from(error);
      const refused = refusedFields(problem, {
        name: this.selfForm.name,
        language: this.selfForm.language,
        timeZone: this.selfForm.timeZone,
      });
      if (!refused) this.problem.set(problem);
      return refused;
    }
    return undefined;
  }
}
