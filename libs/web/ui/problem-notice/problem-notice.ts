import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Problem } from '@uptake/web/http';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { Icon } from '../icon/icon';

/** Says in plain words what went wrong: the server's own sentence where it wrote one, else ours for that kind of failure. */
@Component({
  selector: 'ut-problem-notice',
  imports: [Icon, TranslocoPipe],
  template: `
    <ut-icon name="error" />
    <div>
      <p>{{ sentence() }}</p>
      @if (retryable()) {
        <button type="button" class="btn small" (click)="again.emit()">{{ 'ui.problem.again' | transloco }}</button>
      }
    </div>
  `,
  styleUrl: './problem-notice.scss',
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProblemNotice {
  private readonly languages = inject(Languages);

  /** Whatever was thrown. */
  readonly problem = input.required<unknown>();
  /** Offer to try again; listen to `again` then. */
  readonly retryable = input(false);
  readonly again = output<void>();

  protected readonly sentence = computed(() => {
    const problem = Problem.from(this.problem());
    return problem.detail ?? this.languages.say(`ui.problem.${kindOf(problem)}`);
  });
}

function kindOf({ status, code }: Problem): string {
  if (code === 'unreachable') return 'unreachable';
  if (status === 401) return 'signedOut';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'gone';
  if (status === 412) return 'stale';
  if (status === 429) return 'tooMany';
  return 'ours';
}
