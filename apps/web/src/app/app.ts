import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  effect,
  inject,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session } from '@uptake/people/web';
import { TranslocoPipe } from '@uptake/web/i18n';
import { Theme, ToastOutlet } from '@uptake/web/ui';
import { ProblemPage } from './pages/problem-page';
import { Frame } from './shell/frame';
import { Masthead } from './shell/masthead';
import { NetworkNotice } from './shell/network-notice';
import { PageFocus } from './shell/page-focus';
import { SessionWatch } from './shell/session-watch';

@Component({
  selector: 'ut-app',
  imports: [Masthead, NetworkNotice, ProblemPage, RouterOutlet, ToastOutlet, TranslocoPipe],
  templateUrl: './app.html',
  styleUrl: './app.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly frame = inject(Frame);
  protected readonly session = inject(Session);
  private readonly injector = inject(Injector);
  private readonly pageFocus = inject(PageFocus);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  private lastPath = '';

  constructor() {
    inject(SessionWatch);
    inject(Theme);
    effect(() => {
      const path = this.frame.path();
      if (this.lastPath && path !== this.lastPath) untracked(() => afterNextRender(() => this.focusPage(), { injector: this.injector }));
      this.lastPath = path;
    });
  }

  private focusPage(): void {
    this.pageFocus.begin(this.main().nativeElement);
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.focusPage();
    this.main().nativeElement.scrollIntoView();
  }
}
