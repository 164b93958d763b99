import { Injectable, inject } from '@angular/core';
import type { Fact } from '@uptake/activity/contracts';
import { Languages, Locale } from '@uptake/web/i18n';
import type { TimelineEntry } from '@uptake/web/ui';

/** Facts that change a decision or a claim stand out in a timeline. */
const KEY_FACTS: ReadonlySet<string> = new Set([
  'recommendations.proposed',
  'sources.imported',
  'recommendations.adopted',
  'recommendations.not_adopted',
  'recommendations.withdrawn',
  'voting.ballot_closed',
  'progress.reported',
  'assignments.verified',
]);

/**
 * Turns facts into sentences. The words stand in the language file `activity`, one message a type of fact, its data by name; a second
 * message with `_note` at its end is the quieter line. A day in the data is written out.
 */
@Injectable({ providedIn: 'root' })
export class FactSentences {
  private readonly languages = inject(Languages);
  private readonly locale = inject(Locale);

  /** @returns null for a fact that no message speaks of: what a newer server tells is left out, not shown raw */
  entry(fact: Fact): TimelineEntry | null {
    const sentence = this.say(fact.type, fact.data);
    if (!sentence) return null;
    const note = this.say(`${fact.type}_note`, fact.data);
    return { id: fact.cursor, at: fact.at, sentence, ...(note ? { note } : {}), kind: KEY_FACTS.has(fact.type) ? 'key' : 'plain' };
  }

  private say(type: string, data: Fact['data']): string {
    const key = `activity.${type}`;
    if (!this.languages.knows(key)) return '';
    try {
      return this.languages.say(key, this.readable(data)).trim();
    } catch {
      // A message that needs what this fact does not carry: older than the message, or newer. Silence is better than half a sentence.
      return '';
    }
  }

  private readable(data: Fact['data']): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) => [
        name,
        typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? this.locale.day(value) : (value ?? ''),
      ]),
    );
  }
}
