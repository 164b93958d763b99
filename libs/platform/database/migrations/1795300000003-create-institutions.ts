import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInstitutions1795300000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE institution (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        kind text NOT NULL,
        parent_id uuid REFERENCES institution(id),
        aliases text[] NOT NULL DEFAULT '{}',
        description text NOT NULL DEFAULT '',
        activities text NOT NULL DEFAULT '',
        commitments jsonb NOT NULL DEFAULT '[]',
        investments text[] NOT NULL DEFAULT '{}',
        countries text[] NOT NULL DEFAULT '{}',
        website text,
        language text NOT NULL DEFAULT 'en',
        time_zone text NOT NULL DEFAULT 'UTC',
        created_at timestamptz NOT NULL,
        revision integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX institution_name ON institution (lower(name), coalesce(parent_id, '00000000-0000-0000-0000-000000000000'::uuid));
      CREATE INDEX institution_parent ON institution (parent_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE institution');
  }
}
