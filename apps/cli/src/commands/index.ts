interface Command {
  says: string;
  run(words: string[]): Promise<number | undefined>;
}

/** Each loads its packages when it is called: printing an outline must not wait for Nest. */
export const commands: Record<string, Command> = {
  preview: {
    says: 'print the outline of a document as JSON: preview FILE',
    run: async (words) => (await import('./preview')).preview(words),
  },
  prepare: {
    says: 'migrate, load the sample workspace into an empty database, print sign-in links',
    run: async () => (await import('./prepare')).prepare(),
  },
  migrate: { says: 'bring the database to this version', run: async () => (await import('./migrate')).migrate() },
};
