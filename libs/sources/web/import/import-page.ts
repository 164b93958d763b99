import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { FormRoot, type TreeValidationResult, form, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Institution, type NewInstitution } from '@uptake/institutions/contracts';
import { InstitutionForm } from '@uptake/institutions/web';
import { Session } from '@uptake/people/web';
import { type DocumentText, Imported, type NewSource } from '@uptake/sources/contracts';
import { mayCoordinate, mayImport } from '@uptake/sources/domain';
import { Api, Problem } from '@uptake/web/http';
import { Languages, Locale, TranslocoPipe } from '@uptake/web/i18n';
import { focusFirstError, Icon, MarginSection, PageHeader, ProblemNotice, refusedFields, Toasts } from '@uptake/web/ui';
import { DifferenceView } from './difference-view';
import { DocumentDrop } from './document-drop';
import { FieldsDraft, fieldsFrom, meetingFrom } from './fields-draft';
import { ImportDraft } from './import-draft';
import { OutlineReview } from './outline-review';
import { sentenceValues } from './placed-warnings';
import { profileFrom } from './profile-from';
import { SourceFields } from './source-fields';

const NO_FIELDS = { kind: 'plan', title: '', language: 'en', levels: [], sections: [], items: [], footnotes: [], warnings: [] } as const;

/** A document comes in: read, looked at, corrected, and only then written. */
@Component({
  selector: 'ut-import-page',
  imports: [
    DifferenceView,
    DocumentDrop,
    FormRoot,
    Icon,
    InstitutionForm,
    MarginSection,
    OutlineReview,
    PageHeader,
    ProblemNotice,
    RouterLink,
    SourceFields,
    TranslocoPipe,
  ],
  providers: [ImportDraft],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportPage {
  protected readonly draft = inject(ImportDraft);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly languages = inject(Languages);
  private readonly locale = inject(Locale);
  private readonly toasts = inject(Toasts);

  protected readonly values = sentenceValues;
  protected readonly reading = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly mayImport = computed(() => mayImport(this.session.actor()));
  protected readonly known = computed(() => this.draft.preview()?.known ?? null);
  protected readonly mayApply = computed(() => {
    const known = this.known();
    return (
      known !== null && mayCoordinate(this.session.actor(), known) && known.difference.added.length + known.difference.changed.length > 0
    );
  });
  protected readonly profile = computed((): NewInstitution | null => {
    const outline = this.draft.preview()?.outline;
    return outline?.institution ? profileFrom(outline.institution, { language: outline.language, timeZone: this.locale.timeZone() }) : null;
  });
  protected readonly unfinished = computed(() => this.draft.outline()?.items.filter(({ text }) => text.trim().length < 3).length ?? 0);

  private readonly about = linkedSignal((): FieldsDraft => {
    const preview = this.draft.preview();
    const timeZone = this.locale.timeZone();
    return preview
      ? fieldsFrom(preview.outline, preview.suggested, timeZone)
      : fieldsFrom(
          { ...NO_FIELDS, levels: [], sections: [], items: [], footnotes: [], warnings: [] },
          { title: '', referencePrefix: '' },
          timeZone,
        );
  });
  protected readonly fields = form(this.about, (path) => validateStandardSchema(path, FieldsDraft), {
    submission: { action: () => this.send(), onInvalid: focusFirstError },
  });

  protected async read(document: DocumentText): Promise<void> {
    this.problem.set(null);
    this.reading.set(true);
    try {
      await this.draft.read(document);
    } catch (error) {
      this.problem.set(Problem.from(error));
    } finally {
      this.reading.set(false);
    }
  }

  protected startAgain(): void {
    this.problem.set(null);
    this.draft.forget();
  }

  /** Applies only what is new or changed in a document that was imported before. */
  protected async apply(): Promise<void> {
    const [known, document, outline] = [this.known(), this.draft.document(), this.draft.outline()];
    if (!known || !document || !outline) return;
    this.problem.set(null);
    this.sending.set(true);
    try {
      const body = { document, outline };
      const done = await this.api.post(`/sources/${known.id}/imports`, body, Imported, { revision: known.revision });
      await this.router.navigate(['/sources', done.id]);
      this.toasts.show({ sentence: this.languages.say('sources.difference.applied', { added: done.added, changed: done.changed }) });
    } catch (error) {
      this.problem.set(Problem.from(error));
    } finally {
      this.sending.set(false);
    }
  }

  protected readonly saveProfile = async (profile: NewInstitution): Promise<void> => {
    const known = this.draft.preview()?.knownInstitution;
    const saved = known
      ? await this.api.patch(`/institutions/${known.id}`, profile, Institution, { revision: known.revision })
      : await this.api.post('/institutions', profile, Institution);
    await this.router.navigate(['/institutions', saved.id]);
    this.toasts.show({ sentence: this.languages.say('sources.profile.saved', { name: saved.name }) });
  };

  private async send(): Promise<TreeValidationResult> {
    const [document, outline] = [this.draft.document(), this.draft.outline()];
    if (!document || !outline || this.unfinished()) return undefined;
    this.problem.set(null);
    const { title, kind, referencePrefix, visibility, language, timeZone } = this.about();
    const meeting = kind === 'workshop' ? { meeting: meetingFrom(outline.meeting, this.about()) } : {};
    const body: NewSource = {
      ...{ document, title, kind, referencePrefix, visibility, language, timeZone },
      outline: { ...outline, kind, ...meeting },
    };
    try {
      this.tell(await this.api.post('/sources', body, Imported), kind);
    } catch (error) {
      const problem = Problem.from(error);
      const refused = refusedFields(problem, { title: this.fields.title, referencePrefix: this.fields.referencePrefix });
      if (!refused) this.problem.set(problem);
      return refused;
    }
    return undefined;
  }

  private tell({ id, added, institutionsAdded }: Imported, kind: NewSource['kind']): void {
    // The importer has just become its coordinator; the screens that ask for it know so at once.
    void this.session.load().then(() => this.router.navigate([kind === 'plan' ? '/plans' : '/sources', id]));
    this.toasts.show({
      sentence: this.languages.say('sources.import.done', { count: added, institutions: institutionsAdded }),
      undo: () => void this.takeBack(id),
    });
  }

  private async takeBack(id: string): Promise<void> {
    try {
      await this.api.delete(`/sources/${id}`);
      await this.router.navigate(['/plans']);
      this.toasts.show({ sentence: this.languages.say('sources.undone') });
    } catch (error) {
      this.toasts.show({ sentence: Problem.from(error).message });
    }
  }
}
