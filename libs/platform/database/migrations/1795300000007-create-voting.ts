import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVoting1795300000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ballot (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        workshop_id uuid NOT NULL REFERENCES workshop(id) ON DELETE CASCADE,
        title text NOT NULL,
        method text NOT NULL CHECK (method IN ('approval')),
        state text NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
        hidden_until_closed boolean NOT NULL,
        electors integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        opened_at timestamptz,
        closed_at timestamptz,
        revision integer NOT NULL DEFAULT 1
      );
      CREATE INDEX ballot_workshop ON ballot (workshop_id, created_at);

      CREATE TABLE ballot_item (
        ballot_id uuid NOT NULL REFERENCES ballot(id) ON DELETE CASCADE,
        recommendation_id uuid NOT NULL REFERENCES recommendation(id) ON DELETE CASCADE,
        position integer NOT NULL,
        agree integer NOT NULL DEFAULT 0 CHECK (agree >= 0),
        disagree integer NOT NULL DEFAULT 0 CHECK (disagree >= 0),
        pass integer NOT NULL DEFAULT 0 CHECK (pass >= 0),
        PRIMARY KEY (ballot_id, recommendation_id)
      );
      CREATE INDEX ballot_item_recommendation ON ballot_item (recommendation_id);

      CREATE TABLE ballot_elector (
        ballot_id uuid NOT NULL REFERENCES ballot(id) ON DELETE CASCADE,
        participant_id uuid NOT NULL REFERENCES participant(id) ON DELETE CASCADE,
        voted boolean NOT NULL DEFAULT false,
        PRIMARY KEY (ballot_id, participant_id)
      );

      -- A partition is the box of one ballot: made when it opens, dropped when it closes. Making one locks the tables that this one
      -- refers to, so it refers to the register alone, which nobody writes but who opens and closes ballots.
      CREATE TABLE vote (
        ballot_id uuid NOT NULL,
        participant_id uuid NOT NULL,
        recommendation_id uuid NOT NULL,
        choice text NOT NULL CHECK (choice IN ('agree', 'disagree', 'pass')),
        PRIMARY KEY (ballot_id, participant_id, recommendation_id),
        FOREIGN KEY (ballot_id, participant_id) REFERENCES ballot_elector ON DELETE CASCADE
      ) PARTITION BY LIST (ballot_id);

      CREATE TABLE ballot_result (
        ballot_id uuid NOT NULL,
        recommendation_id uuid NOT NULL,
        constituency text NOT NULL,
        agree integer NOT NULL CHECK (agree >= 0),
        disagree integer NOT NULL CHECK (disagree >= 0),
        pass integer NOT NULL CHECK (pass >= 0),
        PRIMARY KEY (ballot_id, recommendation_id, constituency),
        FOREIGN KEY (ballot_id, recommendation_id) REFERENCES ballot_item ON DELETE CASCADE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ballot_result, vote, ballot_elector, ballot_item, ballot');
  }
}
