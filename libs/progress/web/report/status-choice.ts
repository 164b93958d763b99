import { ChangeDetectionStrategy, Component, ElementRef, inject, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { Implementation } from '@uptake/recommendations/domain';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Icon, statusLook } from '@uptake/web/ui';

let choices = 0;

/** The states that may be reported, each with its word, icon and what it means. Native radio buttons: arrow keys move. */
@Component({
  selector: 'ut-status-choice',
  imports: [Icon, TranslocoPipe],
  template: `
    <fieldset>
      <legend class="vh">{{ label() }}</legend>
      @for (state of states(); track state) {
        <label [class.chosen]="state === value()">
          <input
            type="radio"
            [name]="group"
            [value]="state"
            [checked]="state === value()"
            (change)="value.set(state)"
            (blur)="touch.emit()"
          />
          <ut-icon [name]="lookOf(state).icon" [attr.data-tint]="lookOf(state).tint" />
          <span>
            <b>{{ 'ui.status.implementation.' + state | transloco }}</b>
            @if (state === current()) {
              <span class="now">{{ 'progress.report.asBefore' | transloco }}</span>
            }
            <small>{{ 'progress.meaning.' + state | transloco }}</small>
          </span>
        </label>
      }
    </fieldset>
  `,
  styleUrl: './status-choice.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusChoice implements FormValueControl<Implementation> {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly label = input.required<string>();
  readonly states = input.required<readonly Implementation[]>();
  /** What was reported last. */
  readonly current = input.required<Implementation>();
  readonly value = model<Implementation>('not_started');
  readonly touch = output<void>();

  protected readonly group = `ut-status-choice-${(choices += 1)}`;
  protected readonly lookOf = (state: Implementation) => statusLook('implementation', state);

  focus(options?: FocusOptions): void {
    this.element.nativeElement.querySelector<HTMLInputElement>('input:checked, input')?.focus(options);
  }
}
