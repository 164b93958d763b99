import 'reflect-metadata';
import { commands } from './commands';

const [name = 'help', ...words] = process.argv.slice(2);
const command = commands[name];

if (!command) {
  console.error(
    `There is no command "${name}". Commands:\n${Object.entries(commands)
      .map(([each, { says }]) => `  ${each.padEnd(10)} ${says}`)
      .join('\n')}`,
  );
  process.exitCode = 2;
} else {
  command.run(words).then(
    (exitCode) => {
      process.exitCode = exitCode ?? 0;
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
