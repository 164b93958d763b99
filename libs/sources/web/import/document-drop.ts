import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { DocumentText } from '@uptake/sources/contracts';
import { Languages, TranslocoPipe } from '@uptake/web/i18n';
import { Icon } from '@uptake/web/ui';
import { readFile } from './read-file';

/** Where a document comes in: dropped, chosen or pasted. */
@Component({
  selector: 'ut-document-drop',
  imports: [Icon, TranslocoPipe],
  template: `
    <form
      [class.over]="over()"
      (dragover)="$event.preventDefault(); over.set(true)"
      (dragleave)="over.set(false)"
      (drop)="drop($event)"
      (submit)="$event.preventDefault(); paste(text.value)"
    >
      <p class="t-3">{{ 'sources.import.drop' | transloco }}</p>
      <p class="t-s muted">{{ 'sources.import.formats' | transloco }}</p>
      <label>
        <span class="t-label">{{ 'sources.import.text' | transloco }}</span>
        <textarea #text class="control" rows="14" spellcheck="false" [disabled]="reading()"></textarea>
      </label>
      @if (refused(); as sentence) {
        <p class="late-text" role="alert"><ut-icon name="error" />{{ sentence }}</p>
      }
      <p class="cluster">
        <button class="btn primary" [attr.aria-busy]="reading()" [disabled]="reading()">
          {{ (reading() ? 'sources.import.reading' : 'sources.import.read') | transloco }}
        </button>
        <button type="button" class="btn" [disabled]="reading()" (click)="file.click()">
          <ut-icon name="upload_file" />{{ 'sources.import.choose' | transloco }}
        </button>
        <input #file class="vh" type="file" tabindex="-1" aria-hidden="true" accept="text/*,.txt,.md,.tsv,.csv" (change)="choose(file)" />
      </p>
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-direction: column;
      gap: var(--space-4);
      max-inline-size: 52rem;
      padding: var(--space-6);
      border: 1px dashed var(--line-control);
      border-radius: var(--radius-2);
    }
    form.over {
      border-style: solid;
      border-color: var(--accent);
      background: var(--accent-tint);
    }
    label {
      display: flex;
      flex-direction: column;
      gap: var(--space-2);
    }
    textarea {
      font: var(--type-body-s);
      tab-size: 4;
    }
    .late-text {
      display: flex;
      gap: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentDrop {
  private readonly languages = inject(Languages);

  readonly reading = input(false);
  readonly document = output<DocumentText>();

  protected readonly over = signal(false);
  protected readonly refused = signal('');

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData('text/plain');
    if (file) void this.take(file);
    else if (text) this.paste(text);
  }

  protected choose(input: HTMLInputElement): void {
    const file = input.files?.[0];
    input.value = '';
    if (file) void this.take(file);
  }

  protected paste(text: string): void {
    this.refused.set('');
    if (text.trim()) this.document.emit({ name: this.languages.say('sources.import.pasted'), text });
  }

  private async take(file: File): Promise<void> {
    const read = await readFile(file);
    if ('refused' in read) {
      this.refused.set(this.languages.say(`sources.import.${read.refused}`, { name: file.name }));
      return;
    }
    this.refused.set('');
    this.document.emit(read);
  }
}
