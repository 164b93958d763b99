/** An institution as far as its names go. */
export interface KnownInstitution {
  id: string;
  name: string;
  aliases: readonly string[];
  parentId: string | null;
}

/** A name as a document writes it. */
export interface WrittenName {
  name: string;
  /** The body that it is a part of. */
  parent?: string | undefined;
}

/** The kind of body before its name says little: a plan writes "Defence" where the directory has "Ministry of Defence". */
const KINDS = [
  /^(?:the )?(?:federal )?(?:ministry|department|office|secretariat)(?: (?:of|for))?(?: the)? (?=\S)/,
  /^federal public service (?=\S)/,
  /^(?:le |la )?(?:ministere|departement|service public federal)(?: (?:de|du|des))?(?: (?:la|l|les))? (?=\S)/,
  /^(?:het )?(?:ministerie|federale overheidsdienst)(?: van)? (?=\S)/,
  /^(?:el )?ministerio (?:de|del)(?: la)? (?=\S)/,
];

/** Case, accents, punctuation and spacing do not tell names apart. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const bareName = (folded: string): string => KINDS.reduce((name, kind) => name.replace(kind, ''), folded);

/** Finds institutions by the names that documents use for them. */
export class NameIndex {
  private readonly byId = new Map<string, KnownInstitution>();
  private readonly exact = new Map<string, Set<string>>();
  private readonly bare = new Map<string, Set<string>>();

  constructor(known: Iterable<KnownInstitution> = []) {
    const all = [...known];
    for (const institution of all) this.byId.set(institution.id, institution);
    for (const institution of all) this.index(institution);
  }

  add(institution: KnownInstitution): void {
    this.byId.set(institution.id, institution);
    this.index(institution);
  }

  /**
   * By name or alias; a part by the names of the whole and its own ("Interior-CGRS", "CGRS" under "Interior"). A name that fits
   * several institutions finds the one that is part of none, and otherwise nothing: nobody is made responsible by a guess.
   */
  find({ name, parent }: WrittenName): string | undefined {
    if (parent === undefined) return this.only(name);
    const whole = this.pick(this.exact, foldName(`${parent} ${name}`)) ?? this.pick(this.bare, bareName(foldName(`${parent} ${name}`)));
    if (whole) return whole;
    const parentId = this.only(parent);
    const own = [...(this.exact.get(foldName(name)) ?? [])];
    const parts = own.filter((id) => parentId !== undefined && this.byId.get(id)?.parentId === parentId);
    if (parts.length === 1) return parts[0];
    const alone = own.filter((id) => this.byId.get(id)?.parentId === null);
    return parentId === undefined && alone.length === 1 ? alone[0] : undefined;
  }

  private only(name: string): string | undefined {
    const folded = foldName(name);
    return this.pick(this.exact, folded) ?? this.pick(this.bare, bareName(folded));
  }

  private pick(names: ReadonlyMap<string, ReadonlySet<string>>, key: string): string | undefined {
    const ids = [...(names.get(key) ?? [])];
    if (ids.length === 1) return ids[0];
    const alone = ids.filter((id) => this.byId.get(id)?.parentId === null);
    return alone.length === 1 ? alone[0] : undefined;
  }

  private index(institution: KnownInstitution): void {
    const names = [institution.name, ...institution.aliases];
    const parent = institution.parentId === null ? undefined : this.byId.get(institution.parentId);
    const wholes = parent ? [parent.name, ...parent.aliases].flatMap((outer) => names.map((name) => `${outer} ${name}`)) : [];
    for (const name of [...names, ...wholes].map(foldName).filter(Boolean)) {
      note(this.exact, name, institution.id);
      note(this.bare, bareName(name), institution.id);
    }
  }
}

function note(names: Map<string, Set<string>>, key: string, id: string): void {
  const ids = names.get(key) ?? new Set();
  names.set(key, ids.add(id));
}
