import { ChangeDetectionStrategy, Component, computed, ElementRef, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { holdsAnywhere } from '@uptake/people/domain';
import { Session } from '@uptake/people/web';
import { Problem } from '@uptake/web/http';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { Theme, Toasts, themeChoices } from '@uptake/web/ui';
import { sections } from './sections';

/** What opens from the initials: who is here, the theme, signing out; on phones the sections too. A native popover closes itself. */
@Component({
  selector: 'ut-account-panel',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  templateUrl: './account-panel.html',
  styleUrl: './account-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPanel {
  protected readonly session = inject(Session);
  protected readonly theme = inject(Theme);
  private readonly languages = inject(Languages);
  private readonly panel = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly sections = sections;
  protected readonly themeChoices = themeChoices;
  /** Whoever runs a source sees what reminders it sends. */
  protected readonly reminds = computed(() => holdsAnywhere(this.session.actor(), 'coordinator', 'administrator'));

  protected close(): void {
    this.panel.nativeElement.hidePopover();
  }

  protected async leave(everywhere: boolean): Promise<void> {
    this.close();
    try {
      await (everywhere ? this.session.signOutEverywhere() : this.session.signOut());
      await this.router.navigateByUrl('/sign-in');
      this.toasts.show({ sentence: this.languages.say(everywhere ? 'shell.menu.goneEverywhere' : 'shell.menu.gone') });
    } catch (error) {
      const { detail } = Problem.from(error);
      this.toasts.show({ sentence: detail ?? this.languages.say('shell.menu.stillHere') });
    }
  }
}
