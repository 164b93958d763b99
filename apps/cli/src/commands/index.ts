import { migrate } from './migrate';
import { prepare } from './prepare';

interface Command {
  says: string;
  run(words: string[]): Promise<number | undefined>;
}

export const commands: Record<string, Command> = {
  prepare: { says: 'migrate, load the sample workspace into an empty database, print sign-in links', run: prepare },
  migrate: { says: 'bring the database to this version', run: migrate },
};
