/** Jest's global teardown: stops what the setup beside it started, if it did. */
export default async function withdrawDatabase() {
  await globalThis.stopTestPostgres?.();
}
