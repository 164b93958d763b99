import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Languages, Locale, Now } from '@uptake/web/i18n';

const soonInDays = 30;

/** A deadline: the date with its month in words, and how far it is beside it, once it is near or past. Late ones are red. */
@Component({
  selector: 'ut-due-date',
  template: `
    <time [attr.datetime]="day()">{{ text() }}</time>
    @if (distance()) {
      <span>{{ distance() }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-direction: column;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    :host(.inline) {
      flex-direction: row;
      gap: var(--space-2);
      align-items: baseline;
    }
    span {
      font: var(--type-caption);
      color: var(--ink-muted);
    }
    :host(.late),
    :host(.late) span {
      color: var(--status-late-fg);
    }
  `,
  host: { '[class.late]': 'late()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DueDate {
  private readonly languages = inject(Languages);
  private readonly locale = inject(Locale);
  private readonly now = inject(Now);

  /** An instant or a local date. */
  readonly day = input.required<string>();
  /** Something done keeps its date and is never late. */
  readonly settled = input(false);

  protected readonly text = computed(() => this.locale.day(this.day(), 'short'));
  private readonly days = computed(() => this.locale.daysFromToday(this.day(), this.now.time()));
  protected readonly late = computed(() => !this.settled() && this.days() < 0);
  protected readonly distance = computed(() => {
    if (this.late()) return this.languages.say('ui.due.late', { days: -this.days() });
    return this.settled() || this.days() > soonInDays ? '' : this.locale.fromToday(this.day(), this.now.time());
  });
}
