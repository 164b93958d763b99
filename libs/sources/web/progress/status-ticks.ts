import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Languages, Locale } from '@uptake/web/i18n';
import { listStatusKey } from '@uptake/web/ui';
import { countsOf, ticksOf } from './status-marks';

/** One tick for each recommendation; in words for whoever does not see it. */
@Component({
  selector: 'ut-status-ticks',
  template: `
    @for (mark of ticks(); track $index) {
      <i [attr.data-mark]="mark"></i>
    }
  `,
  styleUrl: './status-ticks.scss',
  host: { role: 'img', '[attr.aria-label]': 'inWords()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusTicks {
  private readonly languages = inject(Languages);
  private readonly locale = inject(Locale);

  readonly statuses = input.required<readonly string[]>();

  protected readonly ticks = computed(() => ticksOf(this.statuses()));
  protected readonly inWords = computed(() =>
    this.locale.list(
      Object.entries(countsOf(this.statuses())).map(([status, count]) =>
        this.languages.say('sources.progress.some', { count, status: this.languages.say(listStatusKey(status)) }),
      ),
    ),
  );
}
