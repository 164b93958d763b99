import { type Actor, isAdministrator, scopesOf } from '@uptake/people/domain';

/**
 * `mayReadSource` for lists: a condition on a joined row of `source`. It must answer as the rule in the domain does; a test compares them
 * over every kind of actor and source.
 * @param parameters of the query so far; the ids that the condition needs are added at its end
 * @param alias under which the query knows the source
 * @returns a condition in brackets
 */
export function visibleSources(actor: Actor, parameters: unknown[], alias = 'source'): string {
  const standing = `${alias}.withdrawn_at IS NULL`;
  if (isAdministrator(actor)) return `(${standing})`;
  const given = (ids: string[]): string => `ANY($${parameters.push(ids)}::uuid[])`;
  const ways = [`${alias}.visibility = 'public'`];
  const own = scopesOf(actor, 'source', 'coordinator', 'civil_society');
  if (own.length) ways.push(`${alias}.id = ${given(own)}`);
  const workshops = scopesOf(actor, 'workshop');
  if (workshops.length) ways.push(`${alias}.id IN (SELECT source_id FROM workshop WHERE id = ${given(workshops)})`);
  const institutions = scopesOf(actor, 'institution');
  if (institutions.length) {
    ways.push(`${alias}.id IN (SELECT source_id FROM assignment WHERE institution_id = ${given(institutions)} AND ended_at IS NULL)`);
  }
  return `(${standing} AND (${ways.join(' OR ')}))`;
}
