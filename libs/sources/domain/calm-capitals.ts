/**
 * Puts a title that is set all in capitals into sentence case. Which words keep theirs is learned from the rest of the document: an
 * abbreviation is one that stands in capitals in running text, a name one that never begins small there.
 * @param title as the document writes it; returned unchanged where it has small letters, or its script knows no case
 * @param text the running text to learn from
 */
export function calmCapitals(title: string, text: RunningText): string {
  if (title !== title.toUpperCase() || title === title.toLowerCase()) return title;
  let first = true;
  return title.replace(/\p{L}[\p{L}\p{M}'’]*/gu, (word) => {
    const calm = text.write(word);
    const shown = first ? capitalised(calm) : calm;
    first = false;
    return shown;
  });
}

/** How a document writes its words outside its capitals. */
export class RunningText {
  private readonly forms = new Map<string, Set<string>>();

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      if (!isRunning(text)) continue;
      // The first word of a sentence is capitalised whatever it is, so it teaches nothing.
      for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{M}'’]*/gu)) {
        if (/(?:^|[.!?:;•]\s+)$/u.test(text.slice(Math.max(0, index - 3), index)) && word !== word.toUpperCase()) continue;
        const forms = this.forms.get(word.toLowerCase()) ?? new Set();
        this.forms.set(word.toLowerCase(), forms.add(word));
      }
    }
  }

  write(word: string): string {
    const forms = [...(this.forms.get(word.toLowerCase()) ?? [])];
    if (forms.includes(word.toLowerCase())) return word.toLowerCase();
    if (word.length > 1 && forms.includes(word)) return word;
    return forms.some((form) => form === capitalised(word.toLowerCase())) ? capitalised(word.toLowerCase()) : word.toLowerCase();
  }
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Sentences have more small words than capitalised ones; titles and tables of names teach the wrong thing. */
function isRunning(text: string): boolean {
  const small = text.match(/(?<!\p{L})\p{Ll}/gu)?.length ?? 0;
  const capital = text.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0;
  return small > capital * 2;
}
