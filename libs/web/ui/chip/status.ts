import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Chip } from './chip';
import { type StatusAxis, statusLook } from './status-looks';

/** A state of one axis, with its own icon, tint and word. */
@Component({
  selector: 'ut-status',
  imports: [Chip, TranslocoPipe],
  template: `<ut-chip [icon]="look().icon" [tint]="look().tint" [plain]="plain()">{{ wordKey() | transloco }}</ut-chip>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Status {
  readonly axis = input.required<StatusAxis>();
  readonly state = input.required<string>();
  readonly plain = input(false, { transform: booleanAttribute });

  protected readonly look = computed(() => statusLook(this.axis(), this.state()));
  protected readonly wordKey = computed(() => `ui.status.${this.axis()}.${this.state()}`);
}
