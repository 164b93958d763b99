import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

/**
 * Brings all icons into the page once. A browser asks the server again for a sprite in a file, so an icon that is first needed without a
 * network ("Saved here") would be missing just then.
 */
@Injectable({ providedIn: 'root' })
export class IconSprite {
  private readonly document = inject(DOCUMENT);
  private readonly here = signal(false);

  /** Where an icon stands: in the page, or in the file until the page has them. */
  address(name: string): string {
    return this.here() ? `#icon-${name}` : `/icons.svg#${name}`;
  }

  /** Never fails: without an answer, icons are fetched from the file as before. */
  async bring(): Promise<void> {
    const answer = await fetch('/icons.svg').catch(() => null);
    if (!answer?.ok) return;
    const file = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml').documentElement;
    const icons = [...file.querySelectorAll('symbol')];
    if (icons.length === 0) return;
    // Their own names could meet those of sections that an address points to, such as #evidence.
    for (const icon of icons) icon.id = `icon-${icon.id}`;
    file.setAttribute('aria-hidden', 'true');
    file.style.display = 'none';
    this.document.body.append(this.document.adoptNode(file));
    this.here.set(true);
  }
}
