import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePeople1795300000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS citext;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS pgcrypto;

      CREATE TABLE account (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('person', 'guest')),
        email citext UNIQUE,
        name text,
        language text NOT NULL DEFAULT 'en',
        time_zone text NOT NULL DEFAULT 'UTC',
        created_at timestamptz NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        CHECK ((kind = 'person') = (email IS NOT NULL))
      );

      CREATE TABLE membership (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account(id) ON DELETE CASCADE,
        role text NOT NULL,
        scope text NOT NULL CHECK (scope IN ('system', 'source', 'institution')),
        scope_id uuid,
        since timestamptz NOT NULL,
        until timestamptz,
        CHECK ((scope = 'system') = (scope_id IS NULL))
      );
      CREATE INDEX membership_account ON membership (account_id);
      CREATE INDEX membership_scope ON membership (scope_id, role);

      CREATE TABLE session (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        token_hash bytea NOT NULL UNIQUE,
        account_id uuid NOT NULL REFERENCES account(id) ON DELETE CASCADE,
        device text NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX session_account ON session (account_id);

      CREATE TABLE sign_in_link (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account(id) ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE,
        code_hash bytea NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX sign_in_link_account ON sign_in_link (account_id);

      CREATE TABLE idempotency (
        key text NOT NULL,
        actor text NOT NULL,
        route text NOT NULL,
        body_hash text NOT NULL,
        at timestamptz NOT NULL,
        status integer,
        answer jsonb,
        PRIMARY KEY (key, actor)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency, sign_in_link, session, membership, account');
  }
}
