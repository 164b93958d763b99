import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { OutlineItem } from '@uptake/sources/domain';
import { TranslocoPipe } from '@uptake/web/i18n';

const AROUND = 4;

/** The lines of the document that an item comes from, with a few around them. */
@Component({
  selector: 'ut-source-lines',
  imports: [TranslocoPipe],
  template: `
    <h3 class="t-label">{{ 'sources.import.beside' | transloco }}</h3>
    <p class="t-caption muted">
      {{
        (item().line === item().lastLine ? 'sources.import.line' : 'sources.import.lines')
          | transloco: { from: item().line, to: item().lastLine, name: name() }
      }}
    </p>
    <ol>
      @for (line of shown(); track line.number) {
        <li [class.own]="line.own">
          <span class="code" aria-hidden="true">{{ line.number }}</span><span class="words">{{ line.text }}</span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin-block-start: var(--space-3);
      font: var(--type-body-s);
    }
    li {
      display: grid;
      grid-template-columns: 2.75rem minmax(0, 1fr);
      padding-block: 0.125rem;
      padding-inline: var(--space-2);
      color: var(--ink-muted);
      border-inline-start: 2px solid transparent;
    }
    .own {
      color: var(--ink);
      background: var(--accent-tint);
      border-color: var(--accent);
    }
    .code {
      font-weight: 400;
      color: var(--ink-muted);
    }
    .words {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      tab-size: 4;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourceLines {
  readonly item = input.required<OutlineItem>();
  readonly lines = input.required<readonly string[]>();
  readonly name = input.required<string>();

  protected readonly shown = computed(() => {
    const { line, lastLine } = this.item();
    const from = Math.max(1, line - AROUND);
    return this.lines()
      .slice(from - 1, lastLine + AROUND)
      .map((text, index) => ({ number: from + index, text, own: from + index >= line && from + index <= lastLine }));
  });
}
