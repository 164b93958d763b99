import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, signal } from '@angular/core';
import { FormField, FormRoot, type TreeValidationResult, form, validateStandardSchema } from '@angular/forms/signals';
import { InstitutionPage, institutionKinds, type NewInstitution } from '@uptake/institutions/contracts';
import { apiUrl, Problem } from '@uptake/web/http';
import { TranslocoPipe, languageTable } from '@uptake/web/i18n';
import { Control, focusFirstError, Icon, LabelledField, MarginSection, ProblemNotice, refusedFields } from '@uptake/web/ui';
import { draftOf, emptyCommitment, emptySub, ProfileDraft, profileOf } from './profile-draft';

const PARENTS = 100;

/** The profile of an institution, to be filled in: for its own page and for a profile that came as a document. */
@Component({
  selector: 'ut-institution-form',
  imports: [Control, FormField, FormRoot, Icon, LabelledField, MarginSection, ProblemNotice, TranslocoPipe],
  templateUrl: './institution-form.html',
  styleUrl: './institution-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InstitutionForm {
  readonly initial = input.required<NewInstitution>();
  /** The institution itself, so that it is not offered as its own whole. */
  readonly id = input<string | null>(null);
  readonly action = input.required<string>();
  /** Sends the profile. A Problem that it throws is shown at its field or below the form. */
  readonly send = input.required<(profile: NewInstitution) => Promise<void>>();

  protected readonly kinds = institutionKinds;
  protected readonly languages = Object.entries(languageTable).map(([code, { name }]) => ({ code, name }));
  protected readonly timeZones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
  protected readonly problem = signal<Problem | null>(null);

  private readonly directory = httpResource(() => apiUrl('/institutions', { limit: PARENTS }), { parse: InstitutionPage.parse });
  /** Only what stands for itself can be a whole. */
  protected readonly parents = computed(() =>
    (this.directory.hasValue() ? this.directory.value().items : []).filter(({ id, parentId }) => !parentId && id !== this.id()),
  );

  protected readonly draft = linkedSignal(() => draftOf(this.initial()));
  protected readonly profile = form(this.draft, (path) => validateStandardSchema(path, ProfileDraft), {
    submission: { action: () => this.save(), onInvalid: focusFirstError },
  });

  protected addCommitment(): void {
    this.draft.update((draft) => ({ ...draft, commitments: [...draft.commitments, emptyCommitment()] }));
  }

  protected dropCommitment(at: number): void {
    this.draft.update((draft) => ({ ...draft, commitments: draft.commitments.filter((_, index) => index !== at) }));
  }

  protected addSub(at: number): void {
    this.changeSubs(at, (sub) => [...sub, emptySub()]);
  }

  protected dropSub(at: number, which: number): void {
    this.changeSubs(at, (sub) => sub.filter((_, index) => index !== which));
  }

  private changeSubs(
    at: number,
    change: (sub: ProfileDraft['commitments'][number]['sub']) => ProfileDraft['commitments'][number]['sub'],
  ): void {
    this.draft.update((draft) => ({
      ...draft,
      commitments: draft.commitments.map((one, index) => (index === at ? { ...one, sub: change(one.sub) } : one)),
    }));
  }

  private async save(): Promise<TreeValidationResult> {
    this.problem.set(null);
    try {
      await this.send()(profileOf(this.draft()));
    } catch (error) {
      const problem = Problem.from(error);
      const { name, parentId, website, timeZone } = this.profile;
      const refused = refusedFields(problem, { name, parentId, website, timeZone });
      if (!refused) this.problem.set(problem);
      return refused;
    }
    return undefined;
  }
}
