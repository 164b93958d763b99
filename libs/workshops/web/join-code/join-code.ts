import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@uptake/web/i18n';
import { QrCode } from './qr-code';

/** How to come in: the address, the code to scan, the code to type. It stands on walls, so its size follows its place. */
@Component({
  selector: 'ut-join-code',
  imports: [QrCode, TranslocoPipe],
  template: `
    <p class="at">
      {{ 'workshops.joinAt' | transloco }} <b dir="ltr">{{ address() }}</b>
    </p>
    <ut-qr-code [text]="link()" [label]="'workshops.qr' | transloco" />
    <p class="letters" dir="ltr" [attr.aria-label]="spelled()">{{ halves() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      inline-size: var(--join-code-size, 13rem);
      container-type: inline-size;
    }
    .at {
      font: 400 clamp(0.875rem, 6cqi, 1.625rem) / 1.4 var(--font-ui);
      color: var(--ink-muted);
    }
    .at b {
      display: block;
      color: var(--ink);
      overflow-wrap: anywhere;
    }
    .letters {
      font: 500 14cqi/1.2 var(--font-ui);
      letter-spacing: 0.04em;
      font-variant-numeric: tabular-nums;
      text-align: center;
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JoinCode {
  private readonly place = inject(DOCUMENT).location;

  readonly code = input.required<string>();

  protected readonly address = computed(() => `${this.place.host}/join`);
  protected readonly link = computed(() => `${this.place.origin}/join/${this.code()}`);
  protected readonly halves = computed(() => `${this.code().slice(0, 3)} ${this.code().slice(3)}`);
  /** Letter by letter, so that a screen reader does not make a word of it. */
  protected readonly spelled = computed(() => [...this.code()].join(' '));
}
