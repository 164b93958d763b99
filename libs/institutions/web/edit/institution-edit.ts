import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Institution, NewInstitution } from '@uptake/institutions/contracts';
import { Api, apiUrl } from '@uptake/web/http';
import { Languages, Locale, TranslocoPipe } from '@uptake/web/i18n';
import { PageHeader, ProblemNotice, Toasts } from '@uptake/web/ui';
import { InstitutionForm } from './institution-form';

/** A new institution, or the profile of one that there is. */
@Component({
  selector: 'ut-institution-edit',
  imports: [InstitutionForm, PageHeader, ProblemNotice, RouterLink, TranslocoPipe],
  template: `
    <div class="page">
      <ut-page-header [title]="title()" />
      @if (institution.error(); as problem) {
        <ut-problem-notice [problem]="problem" [retryable]="true" (again)="institution.reload()" />
      }
      @if (initial(); as profile) {
        <ut-institution-form [initial]="profile" [id]="id() ?? null" [action]="'institutions.edit.save' | transloco" [send]="save">
          <a class="btn bare" [routerLink]="id() ? ['/institutions', id()] : ['/institutions']">{{
            'institutions.edit.cancel' | transloco
          }}</a>
        </ut-institution-form>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InstitutionEdit {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly languages = inject(Languages);
  private readonly locale = inject(Locale);
  private readonly toasts = inject(Toasts);

  /** Absent where a new one is added. */
  readonly id = input<string>();

  protected readonly institution = httpResource(() => (this.id() ? apiUrl(`/institutions/${this.id()}`) : undefined), {
    parse: Institution.parse,
  });
  protected readonly known = computed(() => (this.institution.hasValue() ? this.institution.value() : undefined));
  protected readonly title = computed(() => this.known()?.name ?? this.languages.say('institutions.edit.new'));
  protected readonly initial = computed((): NewInstitution | undefined =>
    this.id() ? this.known() : { ...NewInstitution.parse({ name: '__', kind: 'ministry' }), name: '', timeZone: this.locale.timeZone() },
  );

  protected readonly save = async (profile: NewInstitution): Promise<void> => {
    const known = this.known();
    const saved = known
      ? await this.api.patch(`/institutions/${known.id}`, profile, Institution, { revision: known.revision })
      : await this.api.post('/institutions', profile, Institution);
    await this.router.navigate(['/institutions', saved.id]);
    this.toasts.show({ sentence: this.languages.say('institutions.edit.saved', { name: saved.name }) });
  };
}
