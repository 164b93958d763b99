import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { DayPipe } from '@uptake/web/i18n';
import { Sentence } from '../sentence/sentence';

/** One fact: what happened, in a sentence that may carry `<b>` of the language files, and a quieter line about it. */
export interface TimelineEntry {
  readonly id: string;
  /** An instant or a local date; null under a rule that keeps times to itself. */
  readonly at: string | null;
  readonly sentence: string;
  readonly note?: string;
  /** `key` a change of decision or claim (filled) · `next` what is to come (dashed) · `plain` the rest (open) */
  readonly kind: 'key' | 'plain' | 'next';
}

/** Dates hang in a narrow column; a thread joins the facts. */
@Component({
  selector: 'ut-timeline',
  imports: [DayPipe, Sentence],
  template: `
    <ol>
      @for (entry of entries(); track entry.id) {
        <li [class]="entry.kind">
          <time [attr.datetime]="entry.at">{{ entry.at | utDay: 'short' }}</time>
          <span class="dot"></span>
          <div class="what">
            <p><ut-sentence [text]="entry.sentence" /></p>
            @if (entry.note) {
              <p class="note"><ut-sentence [text]="entry.note" /></p>
            }
          </div>
        </li>
      }
    </ol>
  `,
  styleUrl: './timeline.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Timeline {
  readonly entries = input.required<readonly TimelineEntry[]>();
}
