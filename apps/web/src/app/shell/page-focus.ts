import { DestroyRef, Injectable, inject } from '@angular/core';

/**
 * Puts the focus where a new page begins: without this a screen reader stays on the link that was pressed, in a page that is gone. A page
 * that still loads has no heading yet; it gets the focus as a whole, and its heading as soon as there is one, unless the person moved on.
 */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private waiting: MutationObserver | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.waiting?.disconnect());
  }

  begin(main: HTMLElement): void {
    this.waiting?.disconnect();
    if (focusHeading(main)) return;
    main.focus({ preventScroll: true });
    this.waiting = new MutationObserver(() => {
      const movedOn = main.ownerDocument.activeElement !== main;
      if (movedOn || focusHeading(main)) this.waiting?.disconnect();
    });
    this.waiting.observe(main, { childList: true, subtree: true });
  }
}

function focusHeading(main: HTMLElement): boolean {
  const heading = main.querySelector('h1');
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
