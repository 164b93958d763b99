import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { RecommendationPage } from '@uptake/recommendations/contracts';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { Facet, listStatusKey } from '@uptake/web/ui';
import { type FacetName, facetNames, type ListFilters } from './list-filters';

/** The filters of the list, in the margin of a desk and in a sheet on a phone. */
@Component({
  selector: 'ut-list-facets',
  imports: [Facet, TranslocoPipe],
  template: `
    @for (facet of facets(); track facet.name) {
      @if (facet.options.length) {
        <ut-facet
          [label]="'recommendations.facet.' + facet.name | transloco"
          [options]="facet.options"
          [chosen]="facet.chosen"
          (chosenChange)="choose.emit({ name: facet.name, values: $event })"
        />
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListFacets {
  private readonly languages = inject(Languages);

  readonly counts = input.required<RecommendationPage['facets']>();
  readonly filters = input.required<ListFilters>();
  readonly choose = output<{ name: FacetName; values: readonly string[] }>();

  protected readonly facets = computed(() =>
    facetNames.map((name) => ({
      name,
      chosen: this.filters()[name],
      options: this.counts()[name].map((option) =>
        name === 'status' ? { ...option, label: this.languages.say(listStatusKey(option.value)) } : option,
      ),
    })),
  );
}
