import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { FormField, FormRoot, type TreeValidationResult, form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { Session } from '@uptake/people/web';
import { Api, Problem, apiUrl } from '@uptake/web/http';
import { Languages, Locale, TranslocoPipe, languageTable, spokenLanguages } from '@uptake/web/i18n';
import { LiveStreams } from '@uptake/web/live';
import { CodeField, Control, Icon, LabelledField, ProblemNotice, Wordmark, focusFirstError } from '@uptake/web/ui';
import { JoinCode, Room, Seat, constituencies } from '@uptake/workshops/contracts';
import * as z from 'zod';

const CodeForm = z.object({ code: z.string() });
const SeatForm = z.object({
  constituency: z.enum(constituencies, 'Choose for whom you are here.').or(z.literal('')),
  name: z.string().max(120),
});
type SeatForm = z.infer<typeof SeatForm>;

/** The door: the code of the room, for whom one is here, and in. No account. */
@Component({
  selector: 'ut-join',
  imports: [CodeField, Control, FormField, FormRoot, Icon, LabelledField, ProblemNotice, TranslocoPipe, Wordmark],
  templateUrl: './join.html',
  styleUrl: './join.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Join {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly live = inject(LiveStreams);
  private readonly languages = inject(Languages);
  protected readonly locale = inject(Locale);

  /** From the address that the code in the room leads to. */
  readonly code = input('', { transform: (given: string | undefined) => (given ?? '').toUpperCase() });

  protected readonly spoken = spokenLanguages.map((language) => ({ language, name: languageTable[language].name }));
  protected readonly constituencies = constituencies;
  protected readonly problem = signal<Problem | null>(null);

  private readonly typed = linkedSignal(() => ({ code: this.code() }));
  protected readonly codeForm = form(this.typed, (path) => validateStandardSchema(path, CodeForm));
  private readonly whole = computed(() => JoinCode.safeParse(this.typed().code).data);
  protected readonly room = httpResource(() => (this.whole() ? apiUrl(`/rooms/${this.whole()}`) : undefined), {
    parse: (answer) => Room.parse(answer),
  });
  /** The room, once it is found. */
  protected readonly found = computed(() => (this.room.hasValue() ? this.room.value() : null));
  protected readonly unknown = computed(() => this.room.error() !== undefined && Problem.from(this.room.error()).status === 404);
  protected readonly failed = computed(() => (this.room.error() && !this.unknown() ? Problem.from(this.room.error()) : null));
  protected readonly isSeated = computed(() => this.session.memberships().some(({ scopeId }) => scopeId === this.found()?.workshopId));

  private readonly seat = signal<SeatForm>({ constituency: '', name: this.session.person()?.name ?? '' });
  protected readonly seatForm = form(this.seat, (path) => validateStandardSchema(path, SeatForm), {
    submission: { action: () => this.join(), onInvalid: focusFirstError },
  });

  constructor() {
    effect(() => {
      if (this.found()) this.problem.set(null);
    });
  }

  protected use(language: (typeof spokenLanguages)[number]): void {
    void this.languages.use(language);
  }

  protected async enter(): Promise<void> {
    const room = this.found();
    if (room) await this.router.navigate(['/workshops', room.workshopId, 'room']);
  }

  private async join(): Promise<TreeValidationResult> {
    const { constituency, name } = this.seat();
    if (!constituency) {
      return { kind: 'refused', message: this.languages.say('workshops.join.chooseConstituency'), fieldTree: this.seatForm.constituency };
    }
    this.problem.set(null);
    try {
      await this.api.post('/rooms', { code: this.whole(), constituency, name: name.trim() || null }, Seat);
      await this.session.load();
      this.live.renew();
      await this.enter();
    } catch (error) {
      this.problem.set(Problem.from(error));
    }
    return undefined;
  }
}
