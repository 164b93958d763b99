import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRecommendations1795300000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recommendation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        source_id uuid NOT NULL REFERENCES source(id) ON DELETE CASCADE,
        section_id uuid REFERENCES section(id) ON DELETE SET NULL,
        reference text NOT NULL,
        code text,
        position integer NOT NULL,
        original_text text NOT NULL,
        text text NOT NULL,
        footnotes text[] NOT NULL DEFAULT '{}',
        line integer,
        last_line integer,
        lifecycle text NOT NULL CHECK (lifecycle IN ('draft', 'proposed', 'in_ballot', 'adopted', 'not_adopted', 'merged', 'withdrawn')),
        decided_at timestamptz,
        withdrawn_from text,
        merged_into uuid REFERENCES recommendation(id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        UNIQUE (source_id, reference)
      );
      CREATE INDEX recommendation_source ON recommendation (source_id, position);
      CREATE INDEX recommendation_section ON recommendation (section_id);
      CREATE INDEX recommendation_words ON recommendation USING gin (to_tsvector('simple', text));
      CREATE INDEX recommendation_alike ON recommendation USING gin (text gin_trgm_ops);

      CREATE TABLE recommendation_edit (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        recommendation_id uuid NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
        before text NOT NULL,
        after text NOT NULL,
        reason text NOT NULL DEFAULT '',
        edited_by uuid REFERENCES account(id) ON DELETE SET NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX recommendation_edit_of ON recommendation_edit (recommendation_id, at);

      CREATE TABLE recommendation_topic (
        recommendation_id uuid NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
        topic text NOT NULL,
        PRIMARY KEY (recommendation_id, topic)
      );
      CREATE INDEX recommendation_topic_name ON recommendation_topic (topic);

      CREATE TABLE named_institution (
        recommendation_id uuid NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
        institution_id uuid NOT NULL REFERENCES institution(id),
        position integer NOT NULL,
        coordinating boolean NOT NULL DEFAULT false,
        PRIMARY KEY (recommendation_id, institution_id)
      );
      CREATE INDEX named_institution_by ON named_institution (institution_id);

      CREATE TABLE monitoring_instrument (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        recommendation_id uuid NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
        position integer NOT NULL,
        title text NOT NULL
      );
      CREATE INDEX monitoring_instrument_of ON monitoring_instrument (recommendation_id, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE monitoring_instrument, named_institution, recommendation_topic, recommendation_edit, recommendation');
  }
}
