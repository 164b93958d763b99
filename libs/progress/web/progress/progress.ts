import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { StatusUpdates } from '@uptake/progress/contracts';
import { apiUrl } from '@uptake/web/http';
import { DayPipe, TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { Icon, ProblemNotice, Status } from '@uptake/web/ui';

/** Every report on a recommendation with the evidence behind it, newest first. It grows by itself while it is open. */
@Component({
  selector: 'ut-progress',
  imports: [DayPipe, Icon, ProblemNotice, Status, TranslocoPipe],
  templateUrl: './progress.html',
  styleUrl: './progress.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Progress {
  readonly recommendationId = input.required<string>();

  protected readonly updates = httpResource(() => apiUrl(`/recommendations/${this.recommendationId()}/updates`), {
    parse: (answer) => StatusUpdates.parse(answer).items,
  });
  protected readonly items = computed(() => (this.updates.hasValue() ? this.updates.value() : []));
  protected readonly hostOf = (url: string): string => new URL(url).host;

  constructor() {
    followLive(() => `recommendation:${this.recommendationId()}`, {
      reload: () => this.updates.reload(),
      when: ({ type }) => type.startsWith('progress.'),
    });
  }
}
