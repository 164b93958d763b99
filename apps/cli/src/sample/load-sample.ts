import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import institutions from './institutions.json';
import people from './people.json';
import sources from './sources.json';
import planText from './plan.txt';
import { replayHistory } from './replay-history';
import type { SampleClock } from './sample-clock';
import { SamplePeople } from './sample-people';
import workshopText from './workshop.txt';

const BEGINNING = -260;

/** Fills an empty database with a workspace in which every screen has something true to show. */
export async function loadSample(app: NestFastifyApplication, clock: SampleClock): Promise<void> {
  const dataSource = app.get(DataSource);
  clock.turnTo(BEGINNING);
  const team = new SamplePeople(app, clock);
  for (const { key, email, name, language, timeZone } of people) {
    const rows: { id: string }[] = await dataSource.query(
      `INSERT INTO account (kind, email, name, language, time_zone, created_at) VALUES ('person', $1, $2, $3, $4, $5) RETURNING id`,
      [email, name, language, timeZone, clock.now()],
    );
    team.add(key, (rows[0] as { id: string }).id);
  }
  const administrator = keyOfRole('administrator');
  await grant(dataSource, clock, team.accountOf(administrator), 'administrator', 'system', null);
  const institutionIds = await addInstitutions(team, administrator);
  const workshopSource = await importDocument(team, administrator, 'workshop.txt', workshopText, sources.workshop.source);
  const planSource = await importDocument(team, administrator, 'plan.txt', planText, sources.plan);
  const sourceIds: Record<string, string> = { workshop: workshopSource, plan: planSource };
  await dataSource.query(`DELETE FROM membership WHERE scope = 'source'`);
  for (const person of people) {
    for (const { role, source, institution } of person.memberships as { role: string; source?: string; institution?: string }[]) {
      const account = team.accountOf(person.key);
      if (source) await grant(dataSource, clock, account, role, 'source', sourceIds[source] as string);
      if (institution) await grant(dataSource, clock, account, role, 'institution', institutionIds.get(institution) as string);
    }
  }
  const workshopId = await addWorkshop(app, clock, team, workshopSource);
  await replayHistory(team, clock, { workshopId, sourceIds: [workshopSource, planSource], institutionIds });
  await team.signOutAll();
}

const keyOfRole = (role: string): string => people.find(({ memberships }) => memberships.some((held) => held.role === role))?.key as string;

async function grant(
  dataSource: DataSource,
  clock: SampleClock,
  accountId: string,
  role: string,
  scope: string,
  scopeId: string | null,
): Promise<void> {
  await dataSource.query('INSERT INTO membership (account_id, role, scope, scope_id, since) VALUES ($1, $2, $3, $4, $5)', [
    accountId,
    role,
    scope,
    scopeId,
    clock.now(),
  ]);
}

async function addInstitutions(team: SamplePeople, administrator: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, parent, ...profile } of institutions as (Record<string, unknown> & { key: string; parent?: string })[]) {
    const parentId = parent ? ids.get(parent) : null;
    const { id } = await team.act<{ id: string }>(administrator, 'POST', 'institutions', { ...profile, parentId });
    ids.set(key, id);
  }
  return ids;
}

async function importDocument(team: SamplePeople, administrator: string, name: string, text: string, fields: object): Promise<string> {
  const preview = await team.act<{ outline: { title: string; kind: string } }>(administrator, 'POST', 'sources/previews', { name, text });
  const { outline } = preview;
  const { id } = await team.act<{ id: string }>(administrator, 'POST', 'sources', {
    document: { name, text },
    outline,
    title: outline.title,
    kind: outline.kind,
    ...fields,
  });
  return id;
}

async function addWorkshop(app: NestFastifyApplication, clock: SampleClock, team: SamplePeople, sourceId: string): Promise<string> {
  const { source: _, ...facts } = sources.workshop;
  const { id } = await team.act<{ id: string }>(keyOfRole('coordinator'), 'POST', 'workshops', { ...facts, sourceId });
  await seatParticipants(app, clock, team, id);
  return id;
}

/** Past the API, because the API would invite them all by mail. */
async function seatParticipants(app: NestFastifyApplication, clock: SampleClock, team: SamplePeople, workshopId: string): Promise<void> {
  for (const { key, name, participant } of people) {
    if (!participant) continue;
    const { part, constituency, affiliation } = participant;
    await app
      .get(DataSource)
      .query(
        'INSERT INTO participant (workshop_id, account_id, name, affiliation, constituency, part, joined_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [workshopId, team.accountOf(key), name, affiliation, constituency, part, clock.now()],
      );
  }
}
