import { migrate } from './migrate';
import { prepare } from './prepare';
import { preview } from './preview';

interface Command {
  says: string;
  run(words: string[]): Promise<number | undefined>;
}

export const commands: Record<string, Command> = {
  preview: { says: 'print the outline of a document as JSON: preview FILE', run: preview },
  prepare: { says: 'migrate, load the sample workspace into an empty database, print sign-in links', run: prepare },
  migrate: { says: 'bring the database to this version', run: migrate },
};
