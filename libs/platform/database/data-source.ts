import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from './migrations';
import { SnakeNames } from './snake-names';

/** Connection options shared by every process: the same migrations, the same guards against runaway statements. */
export function dataSourceOptions(url: string, poolSize: number): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url,
    poolSize,
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    namingStrategy: new SnakeNames(),
    uuidExtension: 'pgcrypto',
    applicationName: 'uptake',
    extra: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
  };
}

/** Brings the database to this version; several processes may ask at once, one does it. */
export async function migrate(url: string): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url, 2)).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock(132500)');
    await dataSource.runMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock(132500)').catch(() => undefined);
    await runner.release();
    await dataSource.destroy();
  }
}
