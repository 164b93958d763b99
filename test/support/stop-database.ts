/** Jest's global teardown for the projects that need PostgreSQL. */
export default async function stopDatabase(): Promise<void> {}
