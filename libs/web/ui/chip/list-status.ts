import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input } from '@angular/core';
import { Status } from './status';
import { type StatusAxis, statusLooks } from './status-looks';

/** A status of a list is a state of one of the axes, or what the calendar says: here is which. */
export function listStatusPlace(status: string): { axis: StatusAxis; state: string } {
  if (status === 'no_update_received') return { axis: 'computed', state: 'no_update' };
  const axis = (['computed', 'verification', 'implementation', 'decision'] as const).find((one) => status in statusLooks[one]);
  return { axis: axis ?? 'decision', state: status };
}

/** @returns the key of its word, for filters and sentences */
export function listStatusKey(status: string): string {
  const { axis, state } = listStatusPlace(status);
  return `ui.status.${axis}.${state}`;
}

/** The one word for a row of a list, with its own icon and tint. */
@Component({
  selector: 'ut-list-status',
  imports: [Status],
  template: `<ut-status [axis]="place().axis" [state]="place().state" [plain]="plain()" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListStatus {
  /** As the domain's `listStatus` writes it. */
  readonly status = input.required<string>();
  readonly plain = input(false, { transform: booleanAttribute });

  protected readonly place = computed(() => listStatusPlace(this.status()));
}
