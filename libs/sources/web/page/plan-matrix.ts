import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanMatrix as Plan } from '@uptake/sources/contracts';
import { TranslocoPipe } from '@uptake/web/i18n';
import { DueDate, ListStatus } from '@uptake/web/ui';
import { matrixRows } from './matrix-rows';

const LATE: ReadonlySet<string> = new Set(['overdue', 'no_update_received', 'returned']);
/** More frozen columns than this leave no room to read beside them; then only the line itself stays. */
const FROZEN_AT_MOST = 2;

/** The plan as its document sets it: one wide table whose first columns stay in sight. */
@Component({
  selector: 'ut-plan-matrix',
  imports: [DueDate, ListStatus, RouterLink, TranslocoPipe],
  templateUrl: './plan-matrix.html',
  styleUrl: './plan-matrix.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanMatrix {
  readonly plan = input.required<Plan>();

  protected readonly rows = computed(() => matrixRows(this.plan()));
  protected readonly sectionLevels = computed(() => this.plan().levels.slice(0, -1));
  protected readonly itemName = computed(() => this.plan().levels.at(-1) ?? '');
  protected readonly frozen = computed(() => (this.sectionLevels().length <= FROZEN_AT_MOST ? this.sectionLevels().length : 0));
  protected readonly hasInstruments = computed(() => this.plan().rows.some(({ instruments }) => instruments.length > 0));

  protected isLate(status: string): boolean {
    return LATE.has(status);
  }
}
