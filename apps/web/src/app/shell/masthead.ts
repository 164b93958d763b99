import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Session } from '@uptake/people/web';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Icon, Initials, Wordmark } from '@uptake/web/ui';
import { AccountPanel } from './account-panel';
import { Frame } from './frame';
import { sections } from './sections';

/** Wordmark on the first edge, sections on the second, the person at the end; on phones the sections move into the panel. */
@Component({
  selector: 'ut-masthead',
  imports: [AccountPanel, Icon, Initials, RouterLink, RouterLinkActive, TranslocoPipe, Wordmark],
  templateUrl: './masthead.html',
  styleUrl: './masthead.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Masthead {
  protected readonly session = inject(Session);
  protected readonly sections = sections;
  private readonly frame = inject(Frame);
  /** The page already asks what the button would lead to. */
  protected readonly signingIn = computed(() => this.frame.path().startsWith('/sign-in'));
}
