import { Injectable } from '@nestjs/common';
import type { Institution } from '@uptake/institutions/contracts';
import { mayEditInstitution, maySeeFocalPoints } from '@uptake/institutions/domain';
import type { Actor } from '@uptake/people/domain';
import { Clock } from '@uptake/platform/config';
import type { Tx } from '@uptake/platform/database';
import { recordFigures } from './record-figures';

/** One institution as its page shows it. */
@Injectable()
export class InstitutionReader {
  constructor(private readonly clock: Clock) {}

  /** @param db the transaction that changed it, or any connection */
  async read(db: Pick<Tx, 'query'>, id: string, actor: Actor): Promise<Institution | undefined> {
    const rows: { institution: Omit<Institution, 'may'> }[] = await db.query(
      `SELECT jsonb_build_object(
         'id', institution.id, 'revision', institution.revision, 'name', institution.name, 'kind', institution.kind,
         'parentId', institution.parent_id, 'parentName', parent.name, 'aliases', institution.aliases,
         'description', institution.description, 'activities', institution.activities, 'commitments', institution.commitments,
         'investments', institution.investments, 'countries', institution.countries, 'website', institution.website,
         'language', institution.language, 'timeZone', institution.time_zone,
         'children', coalesce((SELECT jsonb_agg(jsonb_build_object('id', child.id, 'name', child.name) ORDER BY lower(child.name))
            FROM institution child WHERE child.parent_id = institution.id), '[]'),
         'focalPoints', coalesce((SELECT jsonb_agg(jsonb_build_object('accountId', account.id, 'name', coalesce(account.name, account.email),
            'role', membership.role) ORDER BY array_position(ARRAY['focal_point', 'deputy', 'approver'], membership.role), account.name)
            FROM membership JOIN account ON account.id = membership.account_id
            WHERE $3 AND membership.scope_id = institution.id AND membership.scope = 'institution'
              AND membership.since <= $2 AND (membership.until IS NULL OR membership.until > $2)), '[]'),
         'record', ${recordFigures('institution.id', '$2::timestamptz')}
       ) AS institution
       FROM institution LEFT JOIN institution parent ON parent.id = institution.parent_id
       WHERE institution.id = $1`,
      [id, this.clock.now(), maySeeFocalPoints(actor, { id })],
    );
    const found = rows[0]?.institution;
    return found && { ...found, may: { edit: mayEditInstitution(actor, { id }) } };
  }
}
