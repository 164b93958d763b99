import { ChangeDetectionStrategy, Component, booleanAttribute, input, output } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Icon } from '../icon/icon';
import { type VoteChoice, voteChoices, voteIcons } from './vote-counts';

/** Agree, disagree, pass; keys 1, 2 and 3 anywhere on the page. Closed: dashed, and the page says why. */
@Component({
  selector: 'ut-vote-buttons',
  imports: [Icon, TranslocoPipe],
  template: `
    @for (option of choices; track option) {
      <button type="button" [attr.aria-pressed]="choice() === option" [disabled]="closed()" (click)="choose.emit(option)">
        <ut-icon [name]="icons[option]" [size]="24" />{{ 'ui.vote.' + option | transloco }}
      </button>
    }
  `,
  styleUrl: './vote-buttons.scss',
  host: { role: 'group', '[attr.aria-label]': 'label()', '(window:keydown)': 'chooseByKey($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VoteButtons {
  /** What is voted on, for screen readers. */
  readonly label = input.required<string>();
  readonly choice = input<VoteChoice | null>(null);
  readonly closed = input(false, { transform: booleanAttribute });
  readonly choose = output<VoteChoice>();

  protected readonly choices = voteChoices;
  protected readonly icons = voteIcons;

  protected chooseByKey(event: KeyboardEvent): void {
    const option = voteChoices[Number(event.key) - 1];
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
    if (option && plain && !this.closed() && !isTyping(event.target)) this.choose.emit(option);
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
