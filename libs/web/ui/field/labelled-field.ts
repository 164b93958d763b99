import { ChangeDetectionStrategy, Component, booleanAttribute, computed, inject, input } from '@angular/core';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { Icon } from '../icon/icon';
import { explainError } from './explain-error';
import type { FieldFacts } from './field-facts';

let fields = 0;

/**
 * Label above, control, help below; an error takes the place of the help once the person has been in the field.
 *
 *     <ut-field [label]="'people.signIn.email' | transloco" [of]="form.email">
 *       <input utControl type="email" [formField]="form.email" />
 *     </ut-field>
 */
@Component({
  selector: 'ut-field',
  imports: [Icon, TranslocoPipe],
  template: `
    <label [for]="id">
      {{ label() }}
      @if (optional()) {
        <span class="optional">{{ 'ui.field.optional' | transloco }}</span>
      }
    </label>
    <ng-content />
    @if (error(); as sentence) {
      <p class="error" [id]="noteId"><ut-icon name="error" />{{ sentence }}</p>
    } @else if (help()) {
      <p class="help" [id]="noteId">{{ help() }}</p>
    }
  `,
  styleUrl: './labelled-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LabelledField {
  private readonly languages = inject(Languages);

  readonly label = input.required<string>();
  readonly help = input<string>('');
  readonly optional = input(false, { transform: booleanAttribute });
  /** The field of the form whose errors are shown here. */
  readonly of = input<FieldFacts | null>(null);

  readonly id = `ut-field-${(fields += 1)}`;
  readonly noteId = `${this.id}-note`;

  readonly error = computed(() => {
    const state = this.of()?.();
    const [first] = state?.touched() ? state.errors() : [];
    if (!first) return '';
    const explanation = explainError(first);
    return 'sentence' in explanation ? explanation.sentence : this.languages.say(explanation.key, explanation.values);
  });
  /** The note below the control, for `aria-describedby`. */
  readonly described = computed(() => (this.error() || this.help() ? this.noteId : null));
}
