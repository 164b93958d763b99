import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The computed states in SQL, once for every query: they answer as `deadlineStanding` and `listStatus` in the domain do. */
export class CreateListStatus1795300000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION deadline_standing(task assignment, today date) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN CASE
        WHEN task.due_on IS NULL OR task.part = 'consulted' OR task.answered_version IS NOT DISTINCT FROM task.due_version
          OR task.implementation IN ('no_longer_applicable', 'superseded')
          OR (task.implementation = 'implemented' AND task.verification = 'verified') THEN 'none'
        WHEN task.due_on >= today THEN 'ahead'
        WHEN today - task.due_on > 49 THEN 'no_update_received'
        ELSE 'overdue'
      END;

      CREATE FUNCTION list_status(lifecycle text, lead assignment, today date) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN CASE
        WHEN lifecycle <> 'adopted' THEN lifecycle
        WHEN lead.id IS NULL THEN 'not_assigned'
        WHEN deadline_standing(lead, today) = 'overdue' THEN 'overdue'
        WHEN lead.verification = 'returned' THEN 'returned'
        WHEN deadline_standing(lead, today) = 'no_update_received' THEN 'no_update_received'
        WHEN lead.verification IN ('disputed', 'verified') THEN lead.verification
        ELSE lead.implementation
      END;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION list_status(text, assignment, date); DROP FUNCTION deadline_standing(assignment, date)');
  }
}
