import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Institution } from '@uptake/institutions/contracts';
import { mayFollowInstitution } from '@uptake/institutions/domain';
import { Session } from '@uptake/people/web';
import { apiUrl } from '@uptake/web/http';
import { TranslocoPipe } from '@uptake/web/i18n';
import { followLive } from '@uptake/web/live';
import { Icon, MarginSection, PageHeader, PageTitle, ProblemNotice } from '@uptake/web/ui';

/** One institution: what it says of itself, what it commits to, and its record in public sources. */
@Component({
  selector: 'ut-institution-profile',
  imports: [Icon, MarginSection, PageHeader, ProblemNotice, RouterLink, TranslocoPipe],
  templateUrl: './institution-profile.html',
  styleUrl: './institution-profile.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InstitutionProfile {
  private readonly session = inject(Session);

  readonly id = input.required<string>();

  protected readonly institution = httpResource(() => apiUrl(`/institutions/${this.id()}`), { parse: Institution.parse });
  protected readonly shown = computed(() => (this.institution.hasValue() ? this.institution.value() : undefined));
  /** What the address of its website begins with, for a link that says where it leads. */
  protected readonly host = computed(() => {
    const website = this.shown()?.website;
    return website ? new URL(website).host : '';
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.shown() && title.name(this.shown()?.name ?? ''));
    followLive(() => (mayFollowInstitution(this.session.actor(), { id: this.id() }) ? `institution:${this.id()}` : 'public'), {
      reload: () => this.institution.reload(),
      when: ({ type, data }) => !type.startsWith('institutions.') || data['id'] === this.id(),
    });
  }
}
