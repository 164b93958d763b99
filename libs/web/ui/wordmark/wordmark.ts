import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The mark and the name: a line taken up, with its point. */
@Component({
  selector: 'ut-wordmark',
  template: `
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.5" aria-hidden="true">
      <path d="M4 2.5v10.2a8 8 0 0 0 16 0V9.5" stroke-linecap="butt" />
      <circle cx="20" cy="4.2" r="2.6" fill="currentColor" stroke="none" />
    </svg>
    <span>Uptake</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.625rem;
      font: 500 1.25rem/1.75rem var(--font-text);
      letter-spacing: -0.01em;
      color: var(--ink);
      min-block-size: var(--target);
    }
    svg {
      inline-size: 22px;
      block-size: 22px;
      color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Wordmark {}
