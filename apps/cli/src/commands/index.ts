import { migrate } from './migrate';

interface Command {
  says: string;
  run(words: string[]): Promise<number | undefined>;
}

export const commands: Record<string, Command> = {
  migrate: { says: 'bring the database to this version', run: migrate },
};
