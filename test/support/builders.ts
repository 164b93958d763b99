import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** One row each, with sensible defaults; a test names only what it is about. */
type Values = Record<string, unknown>;

async function insert(db: DataSource, table: string, values: Values): Promise<string> {
  const columns = Object.keys(values);
  const rows: { id: string }[] = await db.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING *`,
    Object.values(values),
  );
  return (rows[0] as { id: string }).id;
}

export const anAccount = (db: DataSource, values: Values = {}): Promise<string> =>
  insert(db, 'account', { kind: 'person', email: `${randomUUID()}@example.org`, name: 'Ada Example', created_at: new Date(), ...values });

export const aMembership = (db: DataSource, account_id: string, role: string, scope: string, scope_id: string | null): Promise<string> =>
  insert(db, 'membership', { account_id, role, scope, scope_id, since: new Date(0) });

/** @returns the cookie of a new session */
export async function openSession(db: DataSource, account_id: string): Promise<string> {
  const token = randomUUID();
  const now = new Date();
  await insert(db, 'session', {
    token_hash: createHash('sha256').update(token).digest(),
    account_id,
    device: 'Test',
    created_at: now,
    last_seen_at: now,
    expires_at: new Date(now.getTime() + 3_600_000),
  });
  return `uptake=${token}`;
}

export const anInstitution = (db: DataSource, values: Values = {}): Promise<string> =>
  insert(db, 'institution', { name: `Ministry ${randomUUID()}`, kind: 'ministry', created_at: new Date(), ...values });

export const aSource = (db: DataSource, values: Values = {}): Promise<string> =>
  insert(db, 'source', {
    kind: 'workshop',
    title: 'Workshop on training',
    language: 'en',
    reference_prefix: 'TW26',
    levels: ['Theme', 'Recommendation'],
    visibility: 'public',
    created_at: new Date(),
    ...values,
  });

export const aSection = (db: DataSource, source_id: string, values: Values = {}): Promise<string> =>
  insert(db, 'section', { source_id, level: 0, position: 1, title: 'Training', ...values });

let position = 0;
export const aRecommendation = (db: DataSource, source_id: string, values: Values = {}): Promise<string> => {
  position += 1;
  const text = 'Train every officer before deployment.';
  return insert(db, 'recommendation', {
    source_id,
    reference: `TW26-${position}`,
    position,
    original_text: text,
    text,
    lifecycle: 'proposed',
    created_at: new Date(),
    ...values,
  });
};

const LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const joinCode = () => Array.from({ length: 6 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('');

export const aWorkshop = (db: DataSource, values: Values = {}): Promise<string> =>
  insert(db, 'workshop', {
    kind: 'workshop',
    title: 'Workshop on training',
    rule: 'open',
    starts_on: '2026-03-12',
    ends_on: '2026-03-13',
    time_zone: 'Europe/Brussels',
    join_code: joinCode(),
    created_at: new Date(),
    ...values,
  });

export const aParticipant = (db: DataSource, workshop_id: string, account_id: string | null, values: Values = {}): Promise<string> =>
  insert(db, 'participant', {
    workshop_id,
    account_id,
    constituency: 'civil_society',
    part: 'participant',
    joined_at: new Date(0),
    ...values,
  });

export const anAssignment = (
  db: DataSource,
  recommendation_id: string,
  source_id: string,
  institution_id: string,
  values: Values = {},
): Promise<string> =>
  insert(db, 'assignment', {
    recommendation_id,
    source_id,
    institution_id,
    part: 'lead',
    frequency: 'once',
    response: 'awaiting',
    implementation: 'not_started',
    verification: 'unverified',
    created_at: new Date(),
    ...values,
  });

/** A draft over `recommendations`, in this order. */
export async function aBallot(
  db: DataSource,
  workshop_id: string,
  recommendations: readonly string[],
  values: Values = {},
): Promise<string> {
  const more = { method: 'approval', state: 'draft', hidden_until_closed: false, created_at: new Date() };
  const id = await insert(db, 'ballot', { workshop_id, title: 'Which of them?', ...more, ...values });
  for (const [index, recommendation_id] of recommendations.entries())
    await insert(db, 'ballot_item', { ballot_id: id, recommendation_id, position: index + 1 });
  return id;
}
