import { Injectable, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Language, Slice } from '@uptake/languages';
import { firstValueFrom } from 'rxjs';
import { Locale } from './locale';

/** The words on screen: which slices are loaded, in which language, and how one is said. */
@Injectable({ providedIn: 'root' })
export class Languages {
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  private readonly loaded = new Set<Slice>();
  private readonly changes = signal(0);

  /** Loads the words of these slices in the language of the moment; a page calls it before it shows (see `withWords`). */
  async load(...slices: readonly Slice[]): Promise<void> {
    const missing = slices.filter((slice) => !this.loaded.has(slice));
    if (missing.length === 0) return;
    await this.bring(missing, this.locale.language());
    for (const slice of missing) this.loaded.add(slice);
    this.changes.update((count) => count + 1);
  }

  /** Changes the language in mid-session: the words arrive first, then everything switches at once. */
  async use(language: Language): Promise<void> {
    if (language === this.locale.language()) return;
    await this.bring([...this.loaded], language);
    this.locale.language.set(language);
    this.transloco.setActiveLang(language);
    this.changes.update((count) => count + 1);
  }

  /**
   * One sentence, for code; templates use the `transloco` pipe with the same keys. Inside `computed` it follows the language.
   * @param key `slice.path.to.message`
   */
  say(key: string, values?: Record<string, unknown>): string {
    this.changes();
    return this.transloco.translate<string>(key, values);
  }

  /** Whether the words that are loaded hold a message of this key, for what may be said and may be left out. */
  knows(key: string): boolean {
    this.changes();
    return key in this.transloco.getTranslation(this.locale.language());
  }

  private async bring(slices: readonly Slice[], language: Language): Promise<void> {
    await firstValueFrom(this.transloco.load(language));
    await Promise.all(slices.map((slice) => firstValueFrom(this.transloco.load(`${slice}/${language}`))));
  }
}
