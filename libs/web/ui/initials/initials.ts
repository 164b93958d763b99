import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** A person in the masthead: at most two initials in a ring, named in full for screen readers by what stands around it. */
@Component({
  selector: 'ut-initials',
  template: '{{ letters() }}',
  styles: `
    :host {
      inline-size: 2rem;
      block-size: 2rem;
      display: inline-grid;
      place-items: center;
      border-radius: 50%;
      border: 1px solid var(--line-control);
      font: 600 0.75rem/1 var(--font-ui);
      color: var(--ink);
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Initials {
  readonly name = input.required<string>();
  protected readonly letters = computed(() => initialsOf(this.name()));
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
