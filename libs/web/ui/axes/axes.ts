import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Status } from '../chip/status';

/** Where one axis stands: its state and a line about it, such as the date. Null where nothing happened on it yet. */
export interface AxisStanding {
  readonly state: string;
  readonly note?: string;
}

const order = ['decision', 'response', 'implementation', 'verification'] as const;
export type Axis = (typeof order)[number];

/** The four axes, always all four, in this order and never merged; an empty one says so. */
@Component({
  selector: 'ut-axes',
  imports: [Status, TranslocoPipe],
  template: `
    <dl>
      @for (axis of axes(); track axis.name) {
        <div>
          <dt>{{ 'ui.axes.' + axis.name | transloco }}</dt>
          @if (axis.standing; as standing) {
            <dd><ut-status [axis]="axis.name" [state]="standing.state" plain /></dd>
            @if (standing.note) {
              <dd class="note">{{ standing.note }}</dd>
            }
          } @else {
            <dd class="none">{{ 'ui.axes.none' | transloco }}</dd>
          }
        </div>
      }
    </dl>
  `,
  styleUrl: './axes.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Axes {
  readonly standings = input.required<Readonly<Record<Axis, AxisStanding | null>>>();

  protected readonly axes = computed(() => order.map((name) => ({ name, standing: this.standings()[name] })));
}
