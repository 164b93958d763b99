import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkshops1795300000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE workshop (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('workshop', 'focus_group', 'signatory_event')),
        title text NOT NULL,
        rule text NOT NULL CHECK (rule IN ('open', 'chatham_house')),
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        time_zone text NOT NULL,
        venue text NOT NULL DEFAULT '',
        organisers text[] NOT NULL DEFAULT '{}',
        funder text,
        countries text[] NOT NULL DEFAULT '{}',
        considerations text[] NOT NULL DEFAULT '{}',
        contributions text[] NOT NULL DEFAULT '{}',
        join_code text NOT NULL UNIQUE,
        source_id uuid REFERENCES source(id) ON DELETE SET NULL,
        created_by uuid REFERENCES account(id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        CHECK (ends_on >= starts_on)
      );
      CREATE INDEX workshop_source ON workshop (source_id);

      CREATE TABLE participant (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        workshop_id uuid NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
        account_id uuid REFERENCES account(id) ON DELETE SET NULL,
        name text,
        affiliation text,
        constituency text NOT NULL,
        part text NOT NULL CHECK (part IN ('chair', 'facilitator', 'rapporteur', 'speaker', 'participant', 'observer')),
        joined_at timestamptz NOT NULL,
        UNIQUE (workshop_id, account_id)
      );
      CREATE INDEX participant_account ON participant (account_id);

      CREATE VIEW role_held AS
        SELECT account_id, role, scope, scope_id, since, until FROM membership
        UNION ALL
        SELECT account_id, part, 'workshop', workshop_id, joined_at, NULL FROM participant WHERE account_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW role_held; DROP TABLE participant, workshop');
  }
}
