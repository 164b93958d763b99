import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSources1795300000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE source (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('workshop', 'plan')),
        title text NOT NULL,
        language text NOT NULL,
        reference_prefix text NOT NULL,
        levels text[] NOT NULL,
        visibility text NOT NULL CHECK (visibility IN ('public', 'members')),
        time_zone text NOT NULL DEFAULT 'UTC',
        reminders_paused boolean NOT NULL DEFAULT false,
        created_by uuid REFERENCES account(id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        revision integer NOT NULL DEFAULT 1
      );

      CREATE TABLE source_document (
        source_id uuid PRIMARY KEY REFERENCES source(id) ON DELETE CASCADE,
        name text NOT NULL,
        sha256 text NOT NULL,
        text text NOT NULL,
        outline jsonb NOT NULL,
        item_references text[] NOT NULL
      );
      CREATE INDEX source_document_sha256 ON source_document (sha256);

      CREATE TABLE section (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        source_id uuid NOT NULL REFERENCES source(id) ON DELETE CASCADE,
        parent_id uuid REFERENCES section(id) ON DELETE CASCADE,
        level integer NOT NULL,
        position integer NOT NULL,
        code text,
        title text NOT NULL
      );
      CREATE INDEX section_source ON section (source_id, level, position);
      CREATE INDEX section_parent ON section (parent_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE section, source_document, source');
  }
}
