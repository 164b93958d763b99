import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Problem } from '@uptake/web/http';
import { TranslocoPipe } from '@uptake/web/i18n';
import { ProblemNotice } from '@uptake/web/ui';
import { Session } from '../session/session';
import { safeNext } from '../session/signed-in.guard';

/**
 * Where the link of a message leads. It shows a button and tells nothing about whose link it is: mail scanners open links, and only the
 * POST behind the button uses it up.
 */
@Component({
  selector: 'ut-sign-in-link',
  imports: [ProblemNotice, RouterLink, TranslocoPipe],
  template: `
    <div class="page row">
      <div class="edge"></div>
      <div class="narrow">
        <h1 class="t-1">{{ 'people.link.title' | transloco }}</h1>
        <p class="lead muted">{{ 'people.link.lead' | transloco }}</p>
        @if (problem(); as problem) {
          <ut-problem-notice [problem]="problem" />
          <a class="btn primary wide" routerLink="/sign-in">{{ 'people.link.another' | transloco }}</a>
        } @else {
          <button type="button" class="btn primary wide" [attr.aria-busy]="busy()" (click)="enter()">
            {{ 'people.link.enter' | transloco }}
          </button>
        }
      </div>
    </div>
  `,
  styleUrl: './sign-in.scss',
  styles: 'ut-problem-notice { margin-block: 0 var(--space-6); }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInLink {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** From the address. */
  readonly token = input.required<string>();
  readonly next = input<string>();

  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async enter(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.session.signIn({ token: this.token() });
      await this.router.navigateByUrl(safeNext(this.next()));
    } catch (error) {
      this.problem.set(Problem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
