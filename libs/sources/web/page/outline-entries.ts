import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanMatrix } from '@uptake/sources/contracts';
import { TranslocoPipe } from '@uptake/web/i18n';
import { ListStatus } from '@uptake/web/ui';
import { StatusTicks } from '../progress/status-ticks';
import { countsOf, standingOf } from '../progress/status-marks';
import { matrixTree } from './matrix-rows';

/** A document to go into step by step: objective, goal, line. On phones for plans, everywhere for what a workshop recommends. */
@Component({
  selector: 'ut-outline-entries',
  imports: [ListStatus, NgTemplateOutlet, RouterLink, StatusTicks, TranslocoPipe],
  templateUrl: './outline-entries.html',
  styleUrl: './outline-entries.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutlineEntries {
  readonly plan = input.required<PlanMatrix>();
  /** Everything stands open from the beginning. */
  readonly open = input(false);

  protected readonly tree = computed(() => matrixTree(this.plan()));
  protected standing(statuses: readonly string[]) {
    return standingOf(countsOf(statuses));
  }
}
