import { Settings } from '@uptake/platform/config';
import { migrate as migrateDatabase } from '@uptake/platform/database';

/** Brings the database to this version. */
export async function migrate(): Promise<undefined> {
  await migrateDatabase(Settings.read(process.env).databaseUrl);
}
