export interface NameSegment {
  /** The name as written, without what stands after a hyphen. */
  written: string;
  /** Parts of the body: "Police" and "Border Guard" in "Interior-Police/Border Guard". */
  children: string[];
}

/** A set of names that cuts a line into the names that it is made of. Found by first word, so that many names stay fast. */
export class KnownNames {
  private readonly spellings = new Map<string, string>();
  private readonly byFirstWord = new Map<string, string[]>();

  add(name: string): void {
    const key = name.toLowerCase();
    if (this.spellings.has(key)) return;
    this.spellings.set(key, name);
    const first = firstWord(key);
    const others = this.byFirstWord.get(first) ?? [];
    this.byFirstWord.set(
      first,
      [...others, key].sort((a, b) => b.length - a.length),
    );
  }

  /** The spelling that was added first, whatever the case asked for. */
  spelling(name: string): string | undefined {
    return this.spellings.get(name.toLowerCase());
  }

  /**
   * Cuts a line into names, the longest first; what follows a hyphen after a name are parts of that body, up to the next name.
   * @returns undefined if something is left over
   */
  segment(line: string, failed = new Set<string>()): NameSegment[] | undefined {
    const text = line.trim();
    if (text === '') return [];
    if (failed.has(text)) return undefined;
    for (const name of this.startsOf(text)) {
      const rest = text.slice(name.length);
      const written = text.slice(0, name.length);
      const found = /^-\S/u.test(rest) ? this.segmentChildren(rest.slice(1), failed) : { children: [], after: this.segment(rest, failed) };
      if (found?.after) return [{ written, children: found.children }, ...found.after];
    }
    failed.add(text);
    return undefined;
  }

  private startsOf(text: string): string[] {
    const lower = text.toLowerCase();
    const candidates = this.byFirstWord.get(firstWord(lower)) ?? [];
    return candidates.filter((name) => lower.startsWith(name) && /^(?:$|\s|-\S)/u.test(lower.slice(name.length)));
  }

  private segmentChildren(text: string, failed: Set<string>): { children: string[]; after: NameSegment[] } | undefined {
    const tokens = text.split(/\s+/u);
    for (let length = 1; length <= tokens.length; length += 1) {
      const after = this.segment(tokens.slice(length).join(' '), failed);
      if (!after) continue;
      const children = tokens
        .slice(0, length)
        .join(' ')
        .split(/\s*\/\s*/u);
      return { children: children.filter((child) => child !== ''), after };
    }
    return undefined;
  }
}

/** A hyphen ends the first word: the name before it may have parts. */
const firstWord = (text: string): string => /^[^\s-]+/u.exec(text)?.[0] ?? text;
