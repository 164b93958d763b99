import { Injectable, inject } from '@angular/core';
import { Languages, Locale } from '@uptake/web/i18n';

/** One part of the sentence: what is counted, by its key under `home.sentence`, and how many there are. */
export interface Counted {
  readonly key: string;
  readonly count: number;
}

/** "Two updates are late, one came back and three fall due this month." */
@Injectable({ providedIn: 'root' })
export class HomeSentence {
  private readonly languages = inject(Languages);
  private readonly locale = inject(Locale);

  /**
   * @param counted in the order in which they are told; what counts nothing is left out
   * @param nothing key of the sentence for a quiet day
   */
  of(counted: readonly Counted[], nothing: string): string {
    const clauses = counted.filter(({ count }) => count > 0).map(({ key, count }, index) => this.clause(key, count, index === 0));
    if (clauses.length === 0) return this.languages.say(`home.sentence.${nothing}`);
    const sentence = this.locale.list(clauses);
    return `${sentence.charAt(0).toLocaleUpperCase(this.locale.tag())}${sentence.slice(1)}.`;
  }

  /** The first clause names the thing, so that the later ones may leave it out. */
  private clause(key: string, count: number, first: boolean): string {
    const number = this.languages.say('home.number', { count });
    return this.languages.say(`home.sentence.${key}`, { count, number, first: first ? 'yes' : 'no' });
  }
}
