import { Injectable, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '@uptake/people/web';
import { Languages } from '@uptake/web/i18n';
import { LiveStreams } from '@uptake/web/live';
import { Toasts } from '@uptake/web/ui';

/** Keeps the socket and the session of one mind: a sign-in here renews the socket, an end told by the socket ends the session here. */
@Injectable({ providedIn: 'root' })
export class SessionWatch {
  private readonly languages = inject(Languages);
  private readonly live = inject(LiveStreams);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  constructor() {
    let known = this.session.accountId();
    effect(() => {
      const accountId = this.session.accountId();
      if (accountId !== known) this.live.renew();
      known = accountId;
    });
    effect(() => {
      if (this.live.sessionsEnded() > 0) untracked(() => void this.leave());
    });
  }

  /** Whoever signed out on this very page is out already, and was told so. */
  private async leave(): Promise<void> {
    if (this.session.accountId() === null) return;
    this.session.forget();
    await this.router.navigateByUrl('/sign-in');
    this.toasts.show({ sentence: this.languages.say('shell.ended') });
  }
}
