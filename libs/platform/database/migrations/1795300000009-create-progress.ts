import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProgress1795300000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE status_update (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        assignment_id uuid NOT NULL REFERENCES assignment(id) ON DELETE CASCADE,
        author uuid REFERENCES account(id) ON DELETE SET NULL,
        implementation text NOT NULL,
        done text NOT NULL,
        obstacles text NOT NULL DEFAULT '',
        next_step text NOT NULL DEFAULT '',
        due_on date,
        at timestamptz NOT NULL
      );
      CREATE INDEX status_update_of ON status_update (assignment_id, at);

      CREATE TABLE evidence (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        status_update_id uuid NOT NULL REFERENCES status_update(id) ON DELETE CASCADE,
        position integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('link', 'figure')),
        title text NOT NULL,
        url text,
        figure text,
        CHECK ((kind = 'link') = (url IS NOT NULL)),
        CHECK ((kind = 'figure') = (figure IS NOT NULL))
      );
      CREATE INDEX evidence_of ON evidence (status_update_id, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evidence, status_update');
  }
}
