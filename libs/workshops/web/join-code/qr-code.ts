import { ChangeDetectionStrategy, Component, input, resource } from '@angular/core';

const QUIET = 3;

/** An address to scan. Dark on white in both themes, because phones read nothing else reliably. */
@Component({
  selector: 'ut-qr-code',
  template: `
    @if (drawing.hasValue()) {
      <svg role="img" [attr.aria-label]="label()" [attr.viewBox]="drawing.value().box" shape-rendering="crispEdges">
        <path class="ground" [attr.d]="drawing.value().ground" />
        <path class="marks" [attr.d]="drawing.value().marks" />
      </svg>
    }
  `,
  styles: `
    :host {
      display: block;
      aspect-ratio: 1;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: auto;
      border: 1px solid var(--line);
    }
    .ground {
      fill: white;
    }
    .marks {
      fill: black;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QrCode {
  /** What the code says. */
  readonly text = input.required<string>();
  /** What it is, for screen readers. */
  readonly label = input.required<string>();

  protected readonly drawing = resource({ params: () => this.text(), loader: ({ params }) => draw(params) });
}

/** The library is fetched with the first code: few pages show one. */
async function draw(text: string): Promise<{ box: string; ground: string; marks: string }> {
  const { default: qrCode } = await import('qrcode');
  const { modules } = qrCode.create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET;
  let marks = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) marks += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return { box: `0 0 ${side} ${side}`, ground: `M0 0h${side}v${side}H0z`, marks };
}
