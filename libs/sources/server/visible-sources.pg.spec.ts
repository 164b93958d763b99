import { DataSource } from 'typeorm';
import type { Actor, RoleHeld } from '@uptake/people/domain';
import { mayReadSource, type SourceStanding } from '@uptake/sources/domain';
import {
  aMembership,
  anAccount,
  anAssignment,
  anInstitution,
  aParticipant,
  aRecommendation,
  aSource,
  aWorkshop,
} from '../../../test/support/builders';
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres';
import { visibleSources } from './visible-sources';

describe('who may read a source', () => {
  let database: FreshDatabase;
  let db: DataSource;
  const standings: SourceStanding[] = [];
  const actors: [string, Actor][] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    db = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    for (const visibility of ['public', 'members'] as const)
      for (const isWithdrawn of [false, true]) standings.push(await build(visibility, isWithdrawn));
    actors.push(['nobody', { accountId: null, isGuest: true, roles: [] }]);
    for (const standing of standings) {
      for (const held of rolesIn(standing)) actors.push([`${held.role} in ${standing.visibility}`, await actorWith(held)]);
    }
    actors.push(['administrator', await actorWith({ role: 'administrator', scope: 'system', scopeId: null })]);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  async function build(visibility: 'public' | 'members', isWithdrawn: boolean): Promise<SourceStanding> {
    const id = await aSource(db, { visibility, withdrawn_at: isWithdrawn ? new Date() : null });
    const [assigned, ended] = [await anInstitution(db), await anInstitution(db)];
    await anAssignment(db, await aRecommendation(db, id), id, assigned);
    await anAssignment(db, await aRecommendation(db, id), id, ended, { ended_at: new Date() });
    return { id, visibility, isWithdrawn, workshopIds: [await aWorkshop(db, { source_id: id })], institutionIds: [assigned] };
  }

  const rolesIn = ({ id, workshopIds, institutionIds }: SourceStanding): RoleHeld[] => [
    { role: 'coordinator', scope: 'source', scopeId: id },
    { role: 'civil_society', scope: 'source', scopeId: id },
    { role: 'observer', scope: 'workshop', scopeId: workshopIds[0] as string },
    { role: 'deputy', scope: 'institution', scopeId: institutionIds[0] as string },
  ];

  async function actorWith(held: RoleHeld): Promise<Actor> {
    const accountId = await anAccount(db);
    if (held.scope === 'workshop') await aParticipant(db, held.scopeId as string, accountId);
    else await aMembership(db, accountId, held.role, held.scope, held.scopeId);
    return { accountId, isGuest: false, roles: [held] };
  }

  it('is answered alike by the rule and by the database, for every kind of person and source', async () => {
    expect(actors).toHaveLength(18);
    for (const [name, actor] of actors) {
      const parameters: unknown[] = [];
      const rows: { id: string }[] = await db.query(`SELECT id FROM source WHERE ${visibleSources(actor, parameters)}`, parameters);
      const byRule = standings.filter((standing) => mayReadSource(actor, standing)).map(({ id }) => id);
      expect({ name, ids: rows.map(({ id }) => id).sort() }).toEqual({ name, ids: byRule.sort() });
    }
  });

  it('is nobody where the import was undone', () => {
    const withdrawn = standings.filter(({ isWithdrawn }) => isWithdrawn);
    for (const [, actor] of actors) expect(withdrawn.some((standing) => mayReadSource(actor, standing))).toBe(false);
  });

  it('is nobody but its own people where it is kept among members', () => {
    const hidden = standings.find(({ visibility, isWithdrawn }) => visibility === 'members' && !isWithdrawn) as SourceStanding;
    const readers = actors.filter(([, actor]) => mayReadSource(actor, hidden)).map(([name]) => name);
    expect(readers).toEqual([
      'coordinator in members',
      'civil_society in members',
      'observer in members',
      'deputy in members',
      'administrator',
    ]);
  });
});
