import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Overview } from '@uptake/recommendations/contracts';
import { TranslocoPipe } from '@uptake/web/i18n';
import { EmptyState, MarginSection } from '@uptake/web/ui';

/** The documents that somebody coordinates, and those that are open to them. */
@Component({
  selector: 'ut-public-sources',
  imports: [EmptyState, MarginSection, RouterLink, TranslocoPipe],
  template: `
    <div class="page">
      <ut-margin-section [label]="'home.sources.' + kind() | transloco" [note]="'home.sources.' + kind() + 'Note' | transloco">
        @if (coordinates()) {
          <a margin class="btn small import" routerLink="/sources/import">{{ 'home.sources.import' | transloco }}</a>
        }
        <ul>
          @for (source of sources(); track source.id) {
            <li>
              <a
                class="quiet title"
                [routerLink]="source.kind === 'plan' ? ['/plans', source.id] : ['/recommendations']"
                [queryParams]="source.kind === 'plan' ? {} : { source: source.id }"
                >{{ source.title }}</a
              >
              <p class="t-s">{{ 'home.sources.total' | transloco: { count: source.total } }}</p>
              <p class="t-s muted">{{ 'home.sources.standing' | transloco: source }}</p>
            </li>
          } @empty {
            <li>
              <ut-empty-state [sentence]="'home.sources.none' | transloco">
                <a class="btn" routerLink="/institutions">{{ 'home.sources.institutions' | transloco }}</a>
              </ut-empty-state>
            </li>
          }
        </ul>
      </ut-margin-section>
    </div>
  `,
  styleUrl: './home-lines.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicSources {
  readonly sources = input.required<Overview['sources']>();
  readonly coordinates = input(false);

  protected readonly kind = computed(() => (this.coordinates() ? 'own' : 'open'));
}
