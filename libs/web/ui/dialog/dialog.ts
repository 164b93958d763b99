import { ChangeDetectionStrategy, Component, ElementRef, afterRenderEffect, input, model, viewChild } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Icon } from '../icon/icon';

let dialogs = 0;

/**
 * Something to fill in without leaving the page; on phones a sheet from below. The browser's own dialog: it traps the focus, closes with
 * Escape and gives the focus back. Never used to ask "are you sure": act, and offer to undo it in a toast.
 */
@Component({
  selector: 'ut-dialog',
  imports: [Icon, TranslocoPipe],
  template: `
    <dialog #dialog [attr.aria-labelledby]="id" (close)="open.set(false)">
      @if (open()) {
        <header>
          <h2 [id]="id" class="t-3">{{ label() }}</h2>
          <button type="button" class="btn bare" (click)="open.set(false)">
            <ut-icon name="close" />{{ 'ui.dialog.close' | transloco }}
          </button>
        </header>
        <ng-content />
      }
    </dialog>
  `,
  styleUrl: './dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Dialog {
  readonly label = input.required<string>();
  readonly open = model(false);

  protected readonly id = `ut-dialog-${(dialogs += 1)}`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    afterRenderEffect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.open() && !dialog.open) dialog.showModal();
      if (!this.open() && dialog.open) dialog.close();
    });
  }
}
