import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUser } from './database-user.mjs';
import { systemPlace } from './data-directory.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { Postgres } from './postgres.mjs';
import { end, lives, markOf } from './processes.mjs';

const prefix = 'uptake-test-postgres-';

/**
 * A PostgreSQL for tests: empty, in the temporary folder, and careless about power cuts, which makes it fast.
 * @returns {Promise<{ adminUrl: string, stop(): Promise<void> }>} an address that may create databases
 */
export async function startTestPostgres() {
  await sweep();
  const user = databaseUser();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(markOf(process.pid)));
  const server = new Postgres({
    cluster: join(folder, 'postgres'),
    binaries: postgresBinaries(user, user.uid === undefined ? join(tmpdir(), `uptake-postgres-${process.getuid?.() ?? 0}`) : systemPlace),
    user,
    password: randomBytes(18).toString('base64url'),
    log: join(folder, 'postgres.log'),
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'],
  });
  const port = await server.start();
  return {
    adminUrl: server.url(port, 'postgres'),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A test run that was killed leaves its server behind: the next one ends it. */
async function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      if (lives(JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')))) continue;
      await end(new Postgres({ cluster: join(folder, 'postgres') }).mark(), { signal: 'SIGQUIT' });
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // another run is sweeping it, or is just making it, or it belongs to another user
    }
  }
}
