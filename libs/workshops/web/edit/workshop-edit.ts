import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, type TreeValidationResult, form, validateStandardSchema } from '@angular/forms/signals';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Session } from '@uptake/people/web';
import { Api, Problem } from '@uptake/web/http';
import { Languages, Locale, TranslocoPipe } from '@uptake/web/i18n';
import {
  ChoiceList,
  Control,
  LabelledField,
  MarginSection,
  PageHeader,
  ProblemNotice,
  focusFirstError,
  refusedFields,
} from '@uptake/web/ui';
import { Workshop } from '@uptake/workshops/contracts';
import { WorkshopDraft, draftFromAddress, fromDraft, toDraft } from './workshop-draft';

/** A new workshop, filled in as far as the address says, or the facts of one that there is. */
@Component({
  selector: 'ut-workshop-edit',
  imports: [ChoiceList, Control, FormField, FormRoot, LabelledField, MarginSection, PageHeader, ProblemNotice, RouterLink, TranslocoPipe],
  templateUrl: './workshop-edit.html',
  styleUrl: './workshop-edit.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkshopEdit {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly languages = inject(Languages);
  private readonly session = inject(Session);

  /** From the address; without it the workshop is new. */
  readonly id = input<string>();

  protected readonly kinds = WorkshopDraft.shape.kind.options;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly draft = signal(draftFromAddress(inject(ActivatedRoute).snapshot.queryParamMap, inject(Locale).timeZone()));
  /** Browsers leave UTC and older names out of their list, and a workshop may have one. */
  protected readonly timeZones = computed(() => [...new Set(['UTC', this.draft().timeZone, ...Intl.supportedValuesOf('timeZone')])]);
  protected readonly standing = signal<Workshop | null>(null);

  /** Sources that the person runs; and the one that a link named. */
  protected readonly sources = computed(() => {
    const own = this.session
      .memberships()
      .flatMap(({ scope, role, scopeId, scopeName }) =>
        scope === 'source' && role === 'coordinator' && scopeId ? [{ id: scopeId, title: scopeName ?? '' }] : [],
      );
    const tied = this.standing()?.source;
    const chosen = this.draft().sourceId;
    const more = tied ? [tied] : chosen ? [{ id: chosen, title: this.languages.say('workshops.edit.importedSource') }] : [];
    return [...own, ...more.filter(({ id }) => !own.some((source) => source.id === id))];
  });
  /** Under the Chatham House rule people have spoken already: it stays. */
  protected readonly rules = computed(() =>
    (this.standing()?.rule === 'chatham_house' ? (['chatham_house'] as const) : (['open', 'chatham_house'] as const)).map((value) => ({
      value,
      label: this.languages.say(`workshops.rule.${value}`),
      meaning: this.languages.say(`workshops.ruleMeaning.${value}`),
    })),
  );

  protected readonly form = form(this.draft, (path) => validateStandardSchema(path, WorkshopDraft), {
    submission: { action: () => this.save(), onInvalid: focusFirstError },
  });

  constructor() {
    effect(() => {
      const id = this.id();
      if (id) void this.load(id);
    });
  }

  private async load(id: string): Promise<void> {
    try {
      const workshop = await this.api.get(`/workshops/${id}`, Workshop);
      this.standing.set(workshop);
      this.form().reset(toDraft(workshop));
    } catch (error) {
      this.problem.set(Problem.from(error));
    }
  }

  private async save(): Promise<TreeValidationResult> {
    this.problem.set(null);
    try {
      const { id } = await this.send();
      await this.session.load();
      await this.router.navigate(['/workshops', id]);
    } catch (error) {
      const problem = Problem.from(error);
      const { title, startsOn, endsOn, timeZone, venue, funder } = this.form;
      const refused = refusedFields(problem, { title, startsOn, endsOn, timeZone, venue, funder });
      if (!refused) this.problem.set(problem);
      return refused;
    }
    return undefined;
  }

  private send(): Promise<Workshop> {
    const workshop = fromDraft(this.draft());
    const standing = this.standing();
    if (!standing) return this.api.post('/workshops', workshop, Workshop);
    return this.api.patch(`/workshops/${standing.id}`, workshop, Workshop, { revision: standing.revision });
  }
}
