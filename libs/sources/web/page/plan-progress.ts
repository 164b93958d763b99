import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PlanMatrix } from '@uptake/sources/contracts';
import { TranslocoPipe } from '@uptake/web/i18n';
import { StatusTicks } from '../progress/status-ticks';
import { countsOf, standingOf } from '../progress/status-marks';
import { TickKey } from '../progress/tick-key';
import { matrixTree } from './matrix-rows';

/** More objectives than this go into rows of their own below the sentence. */
const IN_ONE_ROW = 6;

/** How far the plan is: one sentence, and for each of its outermost sections one tick a line. */
@Component({
  selector: 'ut-plan-progress',
  imports: [StatusTicks, TickKey, TranslocoPipe],
  templateUrl: './plan-progress.html',
  styleUrl: './plan-progress.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanProgress {
  private readonly document = inject(DOCUMENT);

  readonly plan = input.required<PlanMatrix>();

  protected readonly inOneRow = IN_ONE_ROW;
  protected readonly whole = computed(() => standingOf(countsOf(this.plan().rows.map(({ status }) => status))));
  protected readonly parts = computed(() =>
    matrixTree(this.plan()).roots.map(({ section, statuses }) => ({ section, statuses, standing: standingOf(countsOf(statuses)) })),
  );

  protected show(id: string): void {
    this.document.getElementById(`section-${id}`)?.scrollIntoView({ block: 'start' });
  }
}
