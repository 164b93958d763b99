import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';

/** Whether this device has a network, as far as the browser knows. */
@Injectable({ providedIn: 'root' })
export class Network {
  readonly online = signal(true);

  constructor() {
    const page = inject(DOCUMENT).defaultView;
    if (!page) return;
    const look = () => this.online.set(page.navigator.onLine);
    look();
    page.addEventListener('online', look);
    page.addEventListener('offline', look);
    inject(DestroyRef).onDestroy(() => {
      page.removeEventListener('online', look);
      page.removeEventListener('offline', look);
    });
  }
}
