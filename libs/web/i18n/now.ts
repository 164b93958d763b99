import { DestroyRef, Injectable, inject, signal } from '@angular/core';

/** The time on screen. It moves once a minute, so that "in 14 days" and "closes at 11:45" stay true on a page left open. */
@Injectable({ providedIn: 'root' })
export class Now {
  readonly time = signal(new Date());

  constructor() {
    const everyMinute = setInterval(() => this.time.set(new Date()), 60_000);
    inject(DestroyRef).onDestroy(() => clearInterval(everyMinute));
  }
}
