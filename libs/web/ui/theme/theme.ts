import { DOCUMENT, Injectable, effect, inject, signal } from '@angular/core';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const storageKey = 'uptake.theme';

/** Light, dark or as the system has it. Kept on this device alone; `theme.js` reads it before the first paint. */
@Injectable({ providedIn: 'root' })
export class Theme {
  readonly choice = signal<ThemeChoice>(stored());

  constructor() {
    const page = inject(DOCUMENT);
    const root = page.documentElement;
    const bars = [...page.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].map((bar) => ({ bar, own: bar.content }));
    effect(() => {
      const choice = this.choice();
      if (choice === 'system') delete root.dataset['theme'];
      else root.dataset['theme'] = choice;
      // The bars of the browser take the colour of the page; left to the system, each of the two names its own.
      for (const { bar, own } of bars) bar.content = choice === 'system' ? own : surfaceOf(root);
      keep(choice);
    });
  }
}

function surfaceOf(root: HTMLElement): string {
  return getComputedStyle(root).getPropertyValue('--surface').trim();
}

function stored(): ThemeChoice {
  try {
    return themeChoices.find((choice) => choice === localStorage.getItem(storageKey)) ?? 'system';
  } catch {
    return 'system';
  }
}

function keep(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
  } catch {
    // storage is forbidden here: the choice lasts as long as the page
  }
}
