import { ChangeDetectionStrategy, Component, ElementRef, computed, effect, inject, input, output, viewChild } from '@angular/core';
import type { OutlineItem, OutlinePath, OutlineSection } from '@uptake/sources/domain';
import { Locale, TranslocoPipe } from '@uptake/web/i18n';
import { Icon } from '@uptake/web/ui';
import { type PlacedWarning, sentenceValues } from './placed-warnings';

export interface ItemEdit {
  code: string;
  text: string;
  section: OutlinePath;
}

/** One item of the outline: its text, whom it names, and what may be wrong with it, each with what can be done. */
@Component({
  selector: 'ut-outline-entry',
  imports: [Icon, TranslocoPipe],
  templateUrl: './outline-entry.html',
  styleUrl: './outline-entry.scss',
  host: {
    '[class.current]': 'current()',
    '[class.warned]': 'warnings().length > 0',
    '(focusin)': 'enter.emit()',
    '(click)': 'enter.emit()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutlineEntry {
  private readonly locale = inject(Locale);

  readonly item = input.required<OutlineItem>();
  readonly warnings = input<readonly PlacedWarning[]>([]);
  readonly sections = input.required<readonly OutlineSection[]>();
  readonly current = input(false);
  readonly editing = input(false);
  readonly isFirst = input(false);

  readonly enter = output<void>();
  readonly edit = output<void>();
  readonly keep = output<ItemEdit>();
  readonly leave = output<void>();
  readonly join = output<void>();
  readonly out = output<void>();
  readonly split = output<number>();
  readonly fix = output<PlacedWarning>();
  readonly settle = output<PlacedWarning>();

  protected readonly body = viewChild.required<ElementRef<HTMLElement>>('body');
  private readonly text = viewChild<ElementRef<HTMLTextAreaElement>>('text');
  protected readonly values = sentenceValues;
  protected readonly bodies = computed(() =>
    this.locale.list(this.item().institutions.map(({ name, parent }) => (parent ? `${parent} · ${name}` : name))),
  );
  protected readonly sectionKey = computed(() => this.item().path.slice(0, -1).join('.'));

  constructor() {
    effect(() => {
      const field = this.text()?.nativeElement;
      field?.focus();
      field?.setSelectionRange(0, 0);
    });
  }

  focus(): void {
    this.body().nativeElement.focus({ preventScroll: true });
    this.body().nativeElement.scrollIntoView({ block: 'nearest' });
  }

  protected key(event: KeyboardEvent, edit: ItemEdit): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.keep.emit(edit);
    else if (event.key === 'Escape') this.leave.emit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected edited(code: string, text: string, section: string): ItemEdit {
    return { code, text, section: section.split('.').map(Number) };
  }
}
