import { DataDirectory } from './data-directory.mjs';
import { EmbeddedDatabase } from './embedded-database.mjs';
import { chosenPort, productEnvironment } from './environment.mjs';
import { isPrepared, prepare } from './prepare.mjs';

/**
 * Does something with the database of the data directory: the running one, or one that is started for it and stopped after it.
 * @template T
 * @param {(line: string) => void} say progress, for a person
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDatabase(say, work) {
  const directory = new DataDirectory();
  directory.open();
  const database = process.env.DATABASE_URL ? undefined : new EmbeddedDatabase(directory);
  await database?.open();
  try {
    const environment = (databaseUrl) =>
      productEnvironment({ directory, port: portOf(directory), databaseUrl, smtpUrl: smtpOf(directory) });
    if (!(await isPrepared({ directory, database }))) {
      say('Preparing the database ...');
      await prepare({ directory, database, environment });
    }
    return await work(environment(database?.url ?? process.env.DATABASE_URL));
  } finally {
    await database?.release();
  }
}

/** Links that a command prints lead to the product that runs, if one does. */
const portOf = (directory) => (process.env.PORT ? chosenPort() : (directory.read('product.lock')?.port ?? chosenPort()));

const smtpOf = (directory) => process.env.SMTP_URL ?? `smtp://127.0.0.1:${directory.read('mailbox.json')?.smtp ?? 1025}`;
