import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { sentenceParts } from '@uptake/web/i18n';

/** A translated sentence with `<b>` in it: `<ut-sentence [text]="'assignments.differs' | transloco: values" />`. */
@Component({
  selector: 'ut-sentence',
  template: `@for (part of parts(); track $index) {
    @if (part.bold) {
      <b>{{ part.text }}</b>
    } @else {
      <span>{{ part.text }}</span>
    }
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Sentence {
  readonly text = input.required<string>();
  protected readonly parts = computed(() => sentenceParts(this.text()));
}
