import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { InstitutionPage } from '@uptake/institutions/contracts';
import { apiUrl } from '@uptake/web/http';
import { TranslocoPipe } from '@uptake/web/i18n';
import { LabelledField } from '@uptake/web/ui';

export interface PickedInstitution {
  readonly id: string;
  readonly name: string;
}

const SHOWN_AT_MOST = 8;
const TYPING_MS = 150;

let pickers = 0;

/** An institution of the directory, found by a few letters of its name. Stands in a `ut-field`, which names it. */
@Component({
  selector: 'ut-institution-picker',
  imports: [TranslocoPipe],
  templateUrl: './institution-picker.html',
  styleUrl: './institution-picker.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InstitutionPicker implements FormValueControl<PickedInstitution | null> {
  protected readonly field = inject(LabelledField);
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  readonly value = model<PickedInstitution | null>(null);
  /** Those that can't be picked, because they have a part already. */
  readonly taken = input<readonly string[]>([]);
  readonly touch = output<void>();

  protected readonly listId = `ut-institutions-${(pickers += 1)}`;
  protected readonly typed = signal('');
  protected readonly open = signal(false);
  protected readonly active = signal(0);
  private readonly search = signal('');

  private readonly found = httpResource(
    () => (this.search() ? apiUrl('/institutions', { q: this.search(), limit: SHOWN_AT_MOST }) : undefined),
    {
      parse: (answer) => InstitutionPage.parse(answer).items,
    },
  );
  protected readonly options = computed(() =>
    (this.found.hasValue() ? this.found.value() : []).map(({ id, name, parentName }) => ({
      id,
      name,
      parentName,
      taken: this.taken().includes(id),
    })),
  );
  protected readonly isEmpty = computed(() => this.found.hasValue() && !this.options().length);

  constructor() {
    effect(() => {
      // Only a value writes its name: who types on in a name takes the value away, and must not lose the letters with it.
      const name = this.value()?.name;
      if (name) this.typed.set(name);
    });
    effect((onCleanup) => {
      const typed = this.typed().trim();
      const timer = setTimeout(() => this.search.set(typed), TYPING_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  focus(options?: FocusOptions): void {
    this.control().nativeElement.focus(options);
  }

  protected type(text: string): void {
    this.value.set(null);
    this.typed.set(text);
    this.active.set(0);
    this.open.set(true);
  }

  protected pick(index: number): void {
    const option = this.options()[index];
    if (!option || option.taken) return;
    this.value.set({ id: option.id, name: option.name });
    this.typed.set(option.name);
    this.open.set(false);
  }

  protected leave(): void {
    this.open.set(false);
    this.touch.emit();
  }

  protected press(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step) {
      const count = this.options().length;
      this.open.set(true);
      this.active.update((index) => (count ? (index + step + count) % count : 0));
    } else if (event.key === 'Enter' && this.open()) this.pick(this.active());
    else if (event.key === 'Escape' && this.open()) this.open.set(false);
    else return;
    event.preventDefault();
    // Escape closes the list first; only the next one closes the dialog around it.
    event.stopPropagation();
  }
}
