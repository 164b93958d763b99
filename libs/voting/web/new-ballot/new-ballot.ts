import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { FormField, FormRoot, type TreeValidationResult, form, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { RecommendationPage, type RecommendationRow } from '@uptake/recommendations/contracts';
import { Ballot, NewBallot as Wanted } from '@uptake/voting/contracts';
import { Api, Problem, apiUrl } from '@uptake/web/http';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { Control, Icon, LabelledField, MarginSection, PageHeader, ProblemNotice, focusFirstError, refusedFields } from '@uptake/web/ui';
import { Workshop } from '@uptake/workshops/contracts';
import * as z from 'zod';

const BallotDraft = z.object({ title: Wanted.shape.title, hiddenUntilClosed: z.boolean() });

/** Draws up a ballot: which recommendations, and whether counts are hidden; then opens it at once, or leaves it as a draft. */
@Component({
  selector: 'ut-new-ballot',
  imports: [Control, FormField, FormRoot, Icon, LabelledField, MarginSection, PageHeader, ProblemNotice, RouterLink, TranslocoPipe],
  templateUrl: './new-ballot.html',
  styleUrl: './new-ballot.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewBallot {
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  /** The workshop, from the address. */
  readonly id = input.required<string>();

  protected readonly workshop = httpResource(() => apiUrl(`/workshops/${this.id()}`), { parse: (answer) => Workshop.parse(answer) });
  private readonly sourceId = computed(() => (this.workshop.hasValue() ? this.workshop.value().source?.id : undefined));
  protected readonly isQuiet = computed(() => this.workshop.hasValue() && this.workshop.value().rule === 'chatham_house');
  protected readonly proposed = resource({ params: () => this.sourceId(), loader: ({ params }) => this.readProposed(params) });
  /** What is voted on: everything that is proposed, until somebody leaves something out. */
  protected readonly chosen = linkedSignal(
    () => new Set((this.proposed.hasValue() ? this.proposed.value() : []).map(({ id }) => id)) as ReadonlySet<string>,
  );
  protected readonly problem = signal<Problem | null>(null);

  private readonly draft = signal({ title: inject(Languages).say('voting.new.firstTitle'), hiddenUntilClosed: false });
  protected readonly form = form(this.draft, (path) => validateStandardSchema(path, BallotDraft), {
    submission: { action: () => this.make(true), onInvalid: focusFirstError },
  });

  protected choose(id: string, isChosen: boolean): void {
    this.chosen.update((chosen) => new Set(isChosen ? [...chosen, id] : [...chosen].filter((other) => other !== id)));
  }

  protected chooseAll(isChosen: boolean): void {
    const all = this.proposed.hasValue() ? this.proposed.value() : [];
    this.chosen.set(new Set(isChosen ? all.map(({ id }) => id) : []));
  }

  /** @param opens whether it opens at once */
  protected async make(opens: boolean): Promise<TreeValidationResult> {
    this.problem.set(null);
    try {
      const wanted = { workshopId: this.id(), ...this.draft(), recommendationIds: [...this.chosen()] };
      const { id } = await this.api.post('/ballots', wanted, Ballot);
      await this.router.navigate(['/ballots', id], { replaceUrl: true });
      if (opens) await this.api.post(`/ballots/${id}/open`, {}, Ballot);
    } catch (error) {
      const problem = Problem.from(error);
      const refused = refusedFields(problem, { title: this.form.title });
      if (!refused) this.problem.set(problem);
      return refused;
    }
    return undefined;
  }

  private async readProposed(source: string): Promise<RecommendationRow[]> {
    const rows: RecommendationRow[] = [];
    let cursor: string | null = null;
    do {
      const page: RecommendationPage = await this.api.get('/recommendations', RecommendationPage, {
        query: { source, status: 'proposed', limit: 100, cursor },
      });
      rows.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    return rows;
  }
}
