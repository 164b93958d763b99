import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReminders1795300000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        assignment_id uuid NOT NULL REFERENCES assignment(id) ON DELETE CASCADE,
        recipient uuid NOT NULL REFERENCES account(id) ON DELETE CASCADE,
        rule text NOT NULL,
        due_on date NOT NULL,
        due_version integer NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('queued', 'sent', 'skipped', 'failed')),
        reason text,
        found_at timestamptz NOT NULL,
        goes_at timestamptz NOT NULL,
        settled_at timestamptz,
        message_id text,
        CONSTRAINT reminder_key UNIQUE (recipient, assignment_id, rule, due_version)
      );
      CREATE INDEX reminder_assignment ON reminder (assignment_id);
      CREATE INDEX reminder_found ON reminder (found_at, id);
      CREATE INDEX reminder_queued ON reminder (goes_at) WHERE outcome = 'queued';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reminder');
  }
}
