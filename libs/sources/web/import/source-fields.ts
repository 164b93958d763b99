import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { TranslocoPipe, languageTable } from '@uptake/web/i18n';
import { Control, LabelledField, MarginSection } from '@uptake/web/ui';
import type { FieldsDraft } from './fields-draft';

/** The document as a whole: what was found about it, to be corrected, and what is asked for. */
@Component({
  selector: 'ut-source-fields',
  imports: [Control, FormField, LabelledField, MarginSection, TranslocoPipe],
  templateUrl: './source-fields.html',
  styles: `
    .fields {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-6);
      max-inline-size: 52rem;
    }
    .wide {
      grid-column: 1 / -1;
    }
    textarea {
      min-block-size: 5.5rem;
    }
    @media (max-width: 599px) {
      .fields {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourceFields {
  readonly fields = input.required<FieldTree<FieldsDraft>>();

  protected readonly languages = Object.entries(languageTable).map(([code, { name }]) => ({ code, name }));
  protected readonly timeZones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
}
