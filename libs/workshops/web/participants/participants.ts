import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, type TreeValidationResult, form, validateStandardSchema } from '@angular/forms/signals';
import { Session } from '@uptake/people/web';
import { Api, Problem, apiUrl } from '@uptake/web/http';
import { Languages, NumberPipe, TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { Control, Dialog, Icon, LabelledField, ProblemNotice, focusFirstError, refusedFields } from '@uptake/web/ui';
import { Participant, Participants as List, type Workshop, constituencies, workshopParts } from '@uptake/workshops/contracts';
import { mayListParticipants } from '@uptake/workshops/domain';
import * as z from 'zod';

const SeatDraft = z.object({
  name: z.string().trim().max(120),
  email: z.union([z.literal(''), z.email()]),
  affiliation: z.string().trim().max(200),
  constituency: z.enum(constituencies),
  part: z.enum(workshopParts),
});
type SeatDraft = z.infer<typeof SeatDraft>;
const nobodyYet: SeatDraft = { name: '', email: '', affiliation: '', constituency: 'civil_society', part: 'participant' };

/** Who takes part, as far as the rule of the room lets it be told, and a form that puts somebody on the list. */
@Component({
  selector: 'ut-participants',
  imports: [Control, Dialog, FormField, FormRoot, Icon, LabelledField, NumberPipe, ProblemNotice, TranslocoPipe],
  templateUrl: './participants.html',
  styleUrl: './participants.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Participants {
  private readonly api = inject(Api);
  private readonly languages = inject(Languages);
  private readonly session = inject(Session);

  readonly workshop = input.required<Workshop>();

  protected readonly constituencies = constituencies;
  protected readonly parts = workshopParts;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly adding = signal(false);
  protected readonly mayList = computed(() => {
    const { id, rule, source } = this.workshop();
    return mayListParticipants(this.session.actor(), { id, rule, sourceId: source?.id ?? null });
  });
  protected readonly list = httpResource(() => (this.mayList() ? apiUrl(`/workshops/${this.workshop().id}/participants`) : undefined), {
    parse: (answer) => List.parse(answer).items,
  });
  protected readonly people = computed(() => (this.list.hasValue() ? this.list.value() : []));
  /** Who may read the list counts it; everybody else gets what the rule on small groups leaves, unless that is no division at all. */
  protected readonly groups = computed(() => {
    const told = this.mayList() ? countOf(this.people()) : this.workshop().participants.byConstituency;
    const groups = constituencies
      .map((constituency) => ({ constituency, count: told[constituency] ?? 0 }))
      .filter(({ count }) => count > 0);
    return groups.length > 1 ? groups : [];
  });

  private readonly draft = signal<SeatDraft>(nobodyYet);
  protected readonly form = form(this.draft, (path) => validateStandardSchema(path, SeatDraft), {
    submission: { action: () => this.add(), onInvalid: focusFirstError },
  });

  constructor() {
    followLive(() => `workshop:${this.workshop().id}`, {
      reload: () => this.list.reload(),
      when: ({ type }) => type === 'workshops.participant_joined',
    });
  }

  protected nameOf({ name }: { name: string | null }): string {
    return name ?? this.languages.say('workshops.people.unnamed');
  }

  protected start(): void {
    this.problem.set(null);
    this.form().reset(nobodyYet);
    this.adding.set(true);
  }

  private async add(): Promise<TreeValidationResult> {
    this.problem.set(null);
    const { name, email, affiliation, constituency, part } = this.draft();
    const seat = { name: name || null, email: email || null, affiliation: affiliation || null, constituency, part };
    try {
      await this.api.post(`/workshops/${this.workshop().id}/participants`, seat, Participant);
      this.adding.set(false);
    } catch (error) {
      const problem = Problem.from(error);
      const refused = refusedFields(problem, { name: this.form.name, email: this.form.email, affiliation: this.form.affiliation });
      if (!refused) this.problem.set(problem);
      return refused;
    }
    return undefined;
  }
}

function countOf(people: readonly z.infer<typeof Participant>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { constituency } of people) counts[constituency] = (counts[constituency] ?? 0) + 1;
  return counts;
}
