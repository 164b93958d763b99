export interface NameSegment {
  /** The name as written, without what stands after a hyphen. */
  written: string;
  /** Parts of the body: "Police" and "Border Guard" in "Interior-Police/Border Guard". */
  children: string[];
}

/** A longer line is no list of names; cutting it up would only take time. */
const longestLine = 1000;

/** A set of names that cuts a line into the names that it is made of. */
export class KnownNames {
  private readonly spellings = new Map<string, string>();

  add(name: string): void {
    const key = name.toLowerCase();
    if (!this.spellings.has(key)) this.spellings.set(key, name);
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
    if (text.length > longestLine || failed.has(text)) return undefined;
    for (const written of this.startsOf(text)) {
      const rest = text.slice(written.length);
      const found = /^-\S/u.test(rest) ? this.segmentChildren(rest.slice(1), failed) : { children: [], after: this.segment(rest, failed) };
      if (found?.after) return [{ written, children: found.children }, ...found.after];
    }
    failed.add(text);
    return undefined;
  }

  /** Names that the text begins with, the longest first: each place where a word ends or a hyphen follows is asked for. */
  private startsOf(text: string): string[] {
    const ends = [...text.matchAll(/(?=\s|-\S|$)/gu)].map(({ index }) => index);
    return ends
      .reverse()
      .map((end) => text.slice(0, end))
      .filter((start) => this.spellings.has(start.toLowerCase()));
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
