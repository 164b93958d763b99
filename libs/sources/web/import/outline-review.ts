import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked, viewChildren } from '@angular/core';
import {
  dropItem,
  editText,
  joinWithPrevious,
  moveToSection,
  type OutlineItem,
  type OutlineSection,
  renameSection,
  setCode,
  splitAt,
} from '@uptake/sources/domain';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { Dialog, Icon, Toasts, isTyping } from '@uptake/web/ui';
import { ImportDraft } from './import-draft';
import { type ItemEdit, OutlineEntry } from './outline-entry';
import { type PlacedWarning, sentenceValues } from './placed-warnings';
import { SourceLines } from './source-lines';

interface Group {
  section: OutlineSection | null;
  items: { item: OutlineItem; place: number }[];
}

const SHORT = 60;

/** The outline beside the document, corrected by keyboard: nothing is written before somebody has looked at it. */
@Component({
  selector: 'ut-outline-review',
  imports: [Dialog, Icon, OutlineEntry, SourceLines, TranslocoPipe],
  templateUrl: './outline-review.html',
  styleUrl: './outline-review.scss',
  host: { '(document:keydown)': 'key($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutlineReview {
  protected readonly draft = inject(ImportDraft);
  private readonly languages = inject(Languages);
  private readonly toasts = inject(Toasts);
  private readonly entries = viewChildren(OutlineEntry);

  /** The item whose text is open for editing. */
  protected readonly editing = signal<number | null>(null);
  protected readonly keysOpen = signal(false);
  protected readonly values = sentenceValues;
  protected readonly keys = ['j k', 'n', 'e', 'f', 'r', 'x', 'm', 'u', 'Ctrl Enter', '?'] as const;
  protected readonly keyWords = ['move', 'check', 'edit', 'fix', 'right', 'out', 'join', 'undo', 'keep', 'help'] as const;

  protected readonly groups = computed((): Group[] => {
    const outline = this.draft.outline();
    if (!outline) return [];
    const groups = new Map<string, Group>([['', { section: null, items: [] }]]);
    for (const section of outline.sections) groups.set(section.path.join('.'), { section, items: [] });
    outline.items.forEach((item, place) => (groups.get(item.path.slice(0, -1).join('.')) ?? groups.get(''))?.items.push({ item, place }));
    return [...groups.values()].filter(({ section, items }) => section || items.length > 0);
  });

  private readonly commands: Readonly<Record<string, () => void>> = {
    j: () => this.go(1),
    k: () => this.go(-1),
    n: () => {
      this.draft.moveToWarning();
      this.focus();
    },
    e: () => this.editing.set(this.draft.at()),
    x: () => this.leaveOut(this.draft.at()),
    m: () => this.join(this.draft.at()),
    f: () =>
      this.first(
        ({ fix }) => fix !== undefined && !fix.back,
        (placed) => this.fix(placed),
      ),
    r: () =>
      this.first(
        () => true,
        (placed) => this.draft.settle(placed.index),
      ),
    u: () => this.draft.undo(),
    '?': () => this.keysOpen.set(true),
  };

  constructor() {
    // After a correction the focus would be lost with the element that had it.
    effect(() => {
      this.draft.outline();
      const hadFocus = untracked(() => document.activeElement?.closest('ut-outline-review') || document.activeElement === document.body);
      if (hadFocus && this.editing() === null) setTimeout(() => this.focus());
    });
  }

  protected key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || this.editing() !== null) return;
    const command = this.commands[event.key];
    if (!command) return;
    event.preventDefault();
    command();
  }

  protected keep(place: number, { code, text, section }: ItemEdit): void {
    const item = this.draft.outline()?.items[place];
    this.editing.set(null);
    if (!item) return;
    const settles = text.trim() !== item.text || code.trim() !== (item.code ?? '') ? this.warningsOf(place) : [];
    this.draft.correct(
      (outline) => moveToSection(editText(setCode(outline, item.path, code), item.path, text), item.path, section),
      settles,
    );
  }

  protected split(place: number, offset: number): void {
    const item = this.draft.outline()?.items[place];
    this.editing.set(null);
    if (item) this.draft.correct((outline) => splitAt(outline, item.path, offset), this.warningsOf(place));
  }

  protected join(place: number): void {
    const item = this.draft.outline()?.items[place];
    if (!item || place === 0) return;
    this.draft.correct((outline) => joinWithPrevious(outline, item.path), this.warningsOf(place));
    this.draft.at.set(place - 1);
  }

  protected leaveOut(place: number): void {
    const item = this.draft.outline()?.items[place];
    if (!item) return;
    this.draft.correct((outline) => dropItem(outline, item.path), this.warningsOf(place));
    const text = item.text.length > SHORT ? `${item.text.slice(0, SHORT)}…` : item.text;
    this.toasts.show({ sentence: this.languages.say('sources.import.leftOut', { text }), undo: () => this.draft.undo() });
  }

  protected fix({ fix, index }: PlacedWarning): void {
    if (fix) this.draft.correct((outline) => fix.apply(outline), [index]);
  }

  protected rename({ path, title }: OutlineSection, written: string): void {
    if (written.trim() !== title) this.draft.correct((outline) => renameSection(outline, path, written));
  }

  protected nextWarning(): void {
    this.commands['n']?.();
  }

  private go(by: number): void {
    this.draft.move(by);
    this.focus();
  }

  private focus(): void {
    const item = this.draft.item();
    this.entries()
      .find((entry) => entry.item() === item)
      ?.focus();
  }

  private first(fits: (placed: PlacedWarning) => boolean, act: (placed: PlacedWarning) => void): void {
    const placed = this.draft.warnings().ofItem.get(this.draft.at())?.find(fits);
    if (placed) act(placed);
  }

  private warningsOf(place: number): number[] {
    return (this.draft.warnings().ofItem.get(place) ?? []).map(({ index }) => index);
  }
}
