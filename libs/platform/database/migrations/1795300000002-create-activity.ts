import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateActivity1795300000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE activity (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
        streams text[] NOT NULL,
        type text NOT NULL,
        at timestamptz NOT NULL,
        actor uuid,
        data jsonb NOT NULL
      );
      CREATE INDEX activity_cursor ON activity (tx, id);
      CREATE INDEX activity_streams ON activity USING gin (streams);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE activity');
  }
}
