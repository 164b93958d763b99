import { ChangeDetectionStrategy, Component, ElementRef, Injector, afterNextRender, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Duty } from '@uptake/assignments/contracts';
import { Languages, Locale, Now, TranslocoPipe } from '@uptake/web/i18n';
import { Chip, MarginSection, Status } from '@uptake/web/ui';
import type { DutyGroup } from './duty-groups';

/** What nobody waits for yet is folded after so many: the page is read for what presses. */
const LATER_AT_FIRST = 5;

/** What an institution has to do, one group of it, each with the button that does it. */
@Component({
  selector: 'ut-duty-list',
  imports: [Chip, MarginSection, RouterLink, Status, TranslocoPipe],
  templateUrl: './duty-list.html',
  styleUrl: './duty-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DutyList {
  private readonly languages = inject(Languages);
  private readonly locale = inject(Locale);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly now = inject(Now);

  readonly group = input.required<DutyGroup>();
  readonly duties = input.required<readonly Duty[]>();

  private readonly unfolded = signal(false);
  protected readonly shown = computed(() => {
    const folds = this.group() === 'later' && !this.unfolded() && this.duties().length > LATER_AT_FIRST + 1;
    return folds ? this.duties().slice(0, LATER_AT_FIRST) : this.duties();
  });
  protected readonly tone = computed(() => {
    if (this.group() === 'overdue') return 'late';
    return this.group() === 'returned' ? 'attention' : 'plain';
  });
  protected readonly presses = computed(() => this.group() === 'overdue' || this.group() === 'returned');

  /** Shows the rest, and leaves the focus on the first of it: the button that had it is gone. */
  protected unfold(): void {
    const known = this.shown().length;
    this.unfolded.set(true);
    afterNextRender(() => this.element.querySelectorAll<HTMLElement>('a.title')[known]?.focus(), { injector: this.injector });
  }

  protected about({ part, frequency, institution, verificationReason }: Duty): string {
    if (this.group() === 'returned' && verificationReason) return `“${verificationReason}”`;
    return this.languages.say('home.duty.about', { part, frequency, institution: institution.name });
  }

  protected late({ daysLeft }: Duty): string {
    return this.languages.say('home.duty.late', { days: Math.abs(daysLeft ?? 0) });
  }

  protected day(dueOn: string): string {
    return this.locale.day(dueOn);
  }

  protected distance(dueOn: string): string {
    return this.locale.fromToday(dueOn, this.now.time());
  }
}
