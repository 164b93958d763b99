import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, viewChild } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { Control, Icon, LabelledField, Toasts, explainError } from '@uptake/web/ui';
import type { EvidenceDraft } from './report-draft';

const AT_MOST = 20;
const blank = (kind: EvidenceDraft['kind']): EvidenceDraft => ({ kind, title: '', url: '', figure: '' });

/** Links and figures behind a report, added and taken away one by one. */
@Component({
  selector: 'ut-evidence-list',
  imports: [Control, FormField, Icon, LabelledField, TranslocoPipe],
  templateUrl: './evidence-list.html',
  styleUrl: './evidence-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceList {
  private readonly languages = inject(Languages);
  private readonly toasts = inject(Toasts);
  private readonly addLink = viewChild<ElementRef<HTMLButtonElement>>('addLink');

  readonly items = input.required<FieldTree<EvidenceDraft[]>>();
  /** Whether the report can't do without. */
  readonly needed = input(false);

  protected readonly isFull = computed(() => this.items()().value().length >= AT_MOST);
  protected readonly error = computed(() => {
    const list = this.items()();
    const [first] = list.touched() ? list.errors() : [];
    if (!first) return '';
    const explanation = explainError(first);
    return 'sentence' in explanation ? explanation.sentence : this.languages.say(explanation.key, explanation.values);
  });

  protected add(kind: EvidenceDraft['kind']): void {
    this.items()().value.update((items) => [...items, blank(kind)]);
  }

  protected remove(index: number): void {
    const before = this.items()().value();
    const removed = before[index];
    this.items()().value.set(before.filter((_, place) => place !== index));
    if (!removed?.title && !removed?.url && !removed?.figure) return;
    this.toasts.show({ sentence: this.languages.say('progress.report.evidenceRemoved'), undo: () => this.items()().value.set(before) });
  }

  focus(): void {
    this.addLink()?.nativeElement.focus();
  }
}
