import { Injectable, computed, signal } from '@angular/core';

export interface Toast {
  readonly sentence: string;
  /** Takes back what was just done; the toast then goes at once. */
  readonly undo?: () => void;
}

const secondsShown = 10;

/** One toast at a time, for ten seconds that stand still while somebody is on it. It stands in for "are you sure". */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly shown = signal<Toast | null>(null);
  private readonly seconds = signal(0);
  private held = false;
  private clock: ReturnType<typeof setInterval> | undefined;

  readonly current = this.shown.asReadonly();
  readonly secondsLeft = computed(() => Math.max(this.seconds(), 1));

  show(toast: Toast): void {
    this.dismiss();
    this.shown.set(toast);
    this.seconds.set(secondsShown);
    this.clock = setInterval(() => this.tick(), 1000);
  }

  undo(): void {
    this.shown()?.undo?.();
    this.dismiss();
  }

  dismiss(): void {
    clearInterval(this.clock);
    this.held = false;
    this.shown.set(null);
  }

  /** @param held true while the pointer or the focus is on the toast */
  hold(held: boolean): void {
    this.held = held;
  }

  private tick(): void {
    if (this.held) return;
    this.seconds.update((left) => left - 1);
    if (this.seconds() <= 0) this.dismiss();
  }
}
