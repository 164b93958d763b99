import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Toasts } from './toasts';

/** The place of the toast: lower start corner, once in the shell. */
@Component({
  selector: 'ut-toast-outlet',
  imports: [TranslocoPipe],
  template: `
    <div role="status">
      @if (toasts.current(); as toast) {
        <div class="toast">
          <span>{{ toast.sentence }}</span>
          <span class="left" aria-hidden="true">{{ 'ui.toast.seconds' | transloco: { seconds: toasts.secondsLeft() } }}</span>
          @if (toast.undo) {
            <button type="button" (click)="toasts.undo()">{{ 'ui.toast.undo' | transloco }}</button>
          }
        </div>
      }
    </div>
  `,
  styleUrl: './toast-outlet.scss',
  host: {
    '(mouseenter)': 'toasts.hold(true)',
    '(mouseleave)': 'toasts.hold(false)',
    '(focusin)': 'toasts.hold(true)',
    '(focusout)': 'toasts.hold(false)',
    '(keydown.escape)': 'toasts.dismiss()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToastOutlet {
  protected readonly toasts = inject(Toasts);
}
