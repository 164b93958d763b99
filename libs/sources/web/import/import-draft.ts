import { Injectable, computed, inject, signal } from '@angular/core';
import { type DocumentText, SourcePreview } from '@uptake/sources/contracts';
import type { Outline, OutlinePath } from '@uptake/sources/domain';
import { Api } from '@uptake/web/http';
import { placeWarnings, type WarningPlaces } from './placed-warnings';

interface Version {
  outline: Outline;
  settled: ReadonlySet<number>;
}

const NOTHING: WarningPlaces = { ofItem: new Map(), elsewhere: [], open: 0 };

/** The document that is being brought in: what was read, and what a person has corrected since, step by step. */
@Injectable()
export class ImportDraft {
  private readonly api = inject(Api);
  private readonly versions = signal<readonly Version[]>([]);

  readonly document = signal<DocumentText | null>(null);
  readonly preview = signal<SourcePreview | null>(null);
  /** The item that the keys speak to. */
  readonly at = signal(0);

  private readonly version = computed(() => this.versions().at(-1));
  readonly outline = computed(() => this.version()?.outline ?? null);
  readonly warnings = computed(() => {
    const version = this.version();
    return version ? placeWarnings(version.outline, version.settled) : NOTHING;
  });
  readonly corrected = computed(() => this.versions().length > 1);
  readonly item = computed(() => this.outline()?.items[this.at()]);

  /** @throws a Problem where the document could not be read */
  async read(document: DocumentText): Promise<void> {
    const preview = await this.api.post('/sources/previews', document, SourcePreview);
    this.document.set(document);
    this.preview.set(preview);
    this.versions.set([{ outline: preview.outline, settled: new Set() }]);
    this.at.set(0);
  }

  forget(): void {
    this.document.set(null);
    this.preview.set(null);
    this.versions.set([]);
  }

  /** @param settles warnings that the correction answers */
  correct(change: (outline: Outline) => Outline, settles: readonly number[] = []): void {
    const version = this.version();
    if (!version) return;
    const outline = change(version.outline);
    if (outline === version.outline && settles.length === 0) return;
    this.versions.update((versions) => [...versions, { outline, settled: new Set([...version.settled, ...settles]) }]);
    this.at.update((at) => Math.min(at, Math.max(0, outline.items.length - 1)));
  }

  settle(...warnings: number[]): void {
    this.correct((outline) => outline, warnings);
  }

  undo(): void {
    if (this.corrected()) this.versions.update((versions) => versions.slice(0, -1));
  }

  move(by: number): void {
    const count = this.outline()?.items.length ?? 0;
    this.at.update((at) => Math.max(0, Math.min(count - 1, at + by)));
  }

  /** The next item with a warning, from the beginning again after the last. */
  moveToWarning(): void {
    const places = [...this.warnings().ofItem.keys()].sort((one, other) => one - other);
    const next = places.find((place) => place > this.at()) ?? places[0];
    if (next !== undefined) this.at.set(next);
  }

  place(path: OutlinePath): number {
    const key = path.join('.');
    return this.outline()?.items.findIndex((item) => item.path.join('.') === key) ?? -1;
  }
}
