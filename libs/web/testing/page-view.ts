import type { ComponentFixture } from '@angular/core/testing';

/** A rendered component as a person meets it: by what is written on it and by its role, not by its classes. */
export class PageView {
  readonly element: HTMLElement;

  constructor(private readonly fixture: ComponentFixture<unknown>) {
    this.element = fixture.nativeElement as HTMLElement;
  }

  /** What is written, in one line. */
  get text(): string {
    return written(this.element);
  }

  /** Lets every answer that has come be worked in, and the page be drawn anew. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    await this.fixture.whenStable();
  }

  /** @throws when no such button or link is there */
  control(name: string | RegExp): HTMLElement {
    const found = this.all('button, a, [role="button"]').find((one) =>
      matches(written(one) || (one.getAttribute('aria-label') ?? ''), name),
    );
    if (!found) throw new Error(`Nothing to press is called ${name}. There is: ${this.text}`);
    return found;
  }

  /** @throws when no control is labelled so */
  field(label: string | RegExp): HTMLInputElement {
    const found = this.all('label').find((one) => matches(written(one), label));
    const control = found && ((found as HTMLLabelElement).control ?? found.querySelector('input, select, textarea'));
    if (!control) throw new Error(`Nothing to fill in is called ${label}. There is: ${this.text}`);
    return control as HTMLInputElement;
  }

  async press(name: string | RegExp): Promise<void> {
    this.control(name).click();
    await this.settle();
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    const field = this.field(label);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settle();
  }

  all(selector: string): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>(selector)];
  }
}

/** Text as it is written: what stands in separate elements is separate, as the eye sees it, but no space comes before a full stop. */
function written(element: Element): string {
  const pieces: string[] = [];
  const nodes = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) pieces.push(nodes.currentNode.textContent ?? '');
  return pieces
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)])/g, '$1')
    .trim();
}

function matches(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}
