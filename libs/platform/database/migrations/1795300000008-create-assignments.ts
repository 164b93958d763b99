import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAssignments1795300000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE assignment (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        recommendation_id uuid NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
        source_id uuid NOT NULL REFERENCES source(id) ON DELETE CASCADE,
        institution_id uuid NOT NULL REFERENCES institution(id),
        part text NOT NULL CHECK (part IN ('lead', 'supporting', 'consulted')),
        due_on date,
        due_version integer NOT NULL DEFAULT 1,
        answered_version integer,
        frequency text NOT NULL CHECK (frequency IN ('once', 'yearly', 'half_yearly', 'quarterly', 'monthly')),
        response text NOT NULL CHECK (response IN ('awaiting', 'accepted', 'partially_accepted', 'not_accepted', 'noted')),
        response_reason text NOT NULL DEFAULT '',
        responded_at timestamptz,
        implementation text NOT NULL CHECK (implementation IN
          ('not_started', 'in_progress', 'substantially_implemented', 'implemented', 'blocked', 'no_longer_applicable', 'superseded')),
        reported_at timestamptz,
        verification text NOT NULL CHECK (verification IN ('unverified', 'under_review', 'verified', 'returned', 'disputed')),
        verification_reason text NOT NULL DEFAULT '',
        verification_at timestamptz,
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        revision integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX assignment_one_lead ON assignment (recommendation_id) WHERE part = 'lead' AND ended_at IS NULL;
      CREATE UNIQUE INDEX assignment_one_part ON assignment (recommendation_id, institution_id) WHERE ended_at IS NULL;
      CREATE INDEX assignment_recommendation ON assignment (recommendation_id);
      CREATE INDEX assignment_institution ON assignment (institution_id, due_on);
      CREATE INDEX assignment_source ON assignment (source_id);
      CREATE INDEX assignment_due ON assignment (due_on) WHERE ended_at IS NULL AND due_on IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE assignment');
  }
}
