import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Difference } from '@uptake/sources/contracts';
import { TranslocoPipe } from '@uptake/web/i18n';

/** What importing a document again would change: the words before and after, side by side in time, nothing hidden. */
@Component({
  selector: 'ut-difference-view',
  imports: [TranslocoPipe],
  template: `
    <p class="t-3 text">{{ 'sources.difference.sentence' | transloco: figures() }}</p>
    @if (difference().added.length) {
      <h3 class="t-label">{{ 'sources.difference.added' | transloco }}</h3>
      <ul>
        @for (item of difference().added; track $index) {
          <li>
            <bdi class="code">{{ item.code }}</bdi><ins>{{ item.text }}</ins>
          </li>
        }
      </ul>
    }
    @if (difference().changed.length) {
      <h3 class="t-label">{{ 'sources.difference.changed' | transloco }}</h3>
      <ul>
        @for (change of difference().changed; track $index) {
          <li>
            <bdi class="code">{{ change.after.code }}</bdi>
            <div>
              @if (change.before.text !== change.after.text) {
                <del>{{ change.before.text }}</del>
              }
              <ins>{{ change.after.text }}</ins>
              <p class="t-caption muted">
                @for (field of change.fields; track field; let last = $last) {
                  {{ 'sources.difference.fields.' + field | transloco }}{{ last ? '' : ', ' }}
                }
              </p>
            </div>
          </li>
        }
      </ul>
    }
    @if (difference().removed.length) {
      <h3 class="t-label">{{ 'sources.difference.removed' | transloco }}</h3>
      <p class="t-s muted">{{ 'sources.difference.removedNote' | transloco }}</p>
      <ul>
        @for (item of difference().removed; track $index) {
          <li>
            <bdi class="code">{{ item.code }}</bdi><span>{{ item.text }}</span>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    h3 {
      margin-block: var(--space-6) var(--space-1);
    }
    li {
      display: grid;
      grid-template-columns: minmax(3rem, auto) minmax(0, var(--measure));
      gap: var(--space-3);
      padding-block: var(--space-3);
      border-block-start: 1px solid var(--line);
      font: var(--type-reading-s);
    }
    ins,
    del {
      display: block;
      text-decoration-thickness: 1px;
    }
    ins {
      text-decoration: none;
    }
    del {
      color: var(--ink-muted);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DifferenceView {
  readonly difference = input.required<Difference>();

  protected readonly figures = computed(() => {
    const { added, changed, removed, same } = this.difference();
    return { added: added.length, changed: changed.length, removed: removed.length, same };
  });
}
