import { startTestPostgres } from './test-database.mjs';

/** Jest's global setup of the projects that need PostgreSQL: `npm test` brings one for all of them, jest alone starts its own. */
export default async function provideDatabase() {
  if (process.env.DATABASE_ADMIN_URL) return;
  const { adminUrl, stop } = await startTestPostgres();
  process.env.DATABASE_ADMIN_URL = adminUrl; // the workers inherit it
  globalThis.stopTestPostgres = stop;
}
