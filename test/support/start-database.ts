/** Jest's global setup for the projects that need PostgreSQL. */
export default async function startDatabase(): Promise<void> {
  if (!process.env['DATABASE_ADMIN_URL']) throw new Error('DATABASE_ADMIN_URL is not set: run these tests through npm test.');
}
