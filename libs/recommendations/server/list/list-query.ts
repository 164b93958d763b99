import type { Actor } from '@uptake/people/domain';
import type { RecommendationQuery } from '@uptake/recommendations/contracts';
import { listStatuses } from '@uptake/recommendations/domain';
import { visibleSources } from '@uptake/sources/server';
import { readListCursor } from './list-cursor';
import { searchWords, wordsIn } from './search-words';

export interface ListQuery {
  sql: string;
  parameters: unknown[];
}

/** Ballots whose counts may be seen: closed ones, and open ones that hide nothing. It must say what `countsAreOpen` of voting says. */
const SEEN_BALLOTS = `
  ballot_item item
  JOIN ballot ON ballot.id = item.ballot_id
  JOIN workshop ON workshop.id = ballot.workshop_id
    AND (ballot.state = 'closed' OR (ballot.state = 'open' AND NOT ballot.hidden_until_closed AND workshop.rule <> 'chatham_house'))`;

/** The newest ballot counts, because counts of two ballots are never added. */
const SEEN_VOTES = `
  SELECT DISTINCT ON (item.recommendation_id) item.recommendation_id, item.agree, item.disagree, item.pass
  FROM ${SEEN_BALLOTS}
  ORDER BY item.recommendation_id, ballot.opened_at DESC`;

/** When a row, its text or an assignment of it last changed. */
const CHANGES = `
  SELECT id AS recommendation_id, max(at) AS at FROM (
    SELECT id, greatest(created_at, decided_at) AS at FROM recommendation
    UNION ALL SELECT recommendation_id, at FROM recommendation_edit
    UNION ALL SELECT recommendation_id, greatest(created_at, responded_at, reported_at, verification_at, ended_at) FROM assignment
  ) moments GROUP BY id`;

/** One number for each order, ascending; what has none stands last, and ties fall back to the order of the document. */
const SORT_KEY: Record<RecommendationQuery['sort'], string> = {
  reference: '0',
  '-votes': '-coalesce(seen_votes.agree, -1)',
  due: `coalesce(lead.due_on - DATE '2000-01-01', 2147483647)`,
  '-due': `coalesce(DATE '2000-01-01' - lead.due_on, 2147483647)`,
  '-changed': '-(extract(epoch FROM changes.at) * 1000000)::bigint',
};

/** What an order needs and no other reads. */
const JOIN_FOR: Partial<Record<RecommendationQuery['sort'], string>> = {
  '-votes': 'LEFT JOIN seen_votes ON seen_votes.recommendation_id = r.id',
  '-changed': 'JOIN changes ON changes.recommendation_id = r.id',
};

const KEYS = 'closeness, sort_key, title, source_id, position, id';

/**
 * The whole answer to `GET /recommendations` in one query that returns finished JSON. One pass over what the actor may see and what was
 * searched for (`found`) marks for every row which filters it fits; rows, total and the four facets are read off these marks, so that each
 * facet is counted as if nothing of itself were chosen.
 * @param now decides with each source's time zone which day it is, and so what is overdue
 */
export function listQuery(actor: Actor, query: RecommendationQuery, now: Date): ListQuery {
  const parameters: unknown[] = [];
  const given = (value: unknown, type: string) => `$${parameters.push(value)}::${type}`;
  const at = given(now, 'timestamptz');
  const visible = visibleSources(actor, parameters);
  const search = searchConditions(query.q, given);
  const statuses = given(listStatuses, 'text[]');
  const chosen = {
    source: given(query.source ?? [], 'uuid[]'),
    topic: given(query.topic ?? [], 'text[]'),
    status: given(query.status ?? [], 'text[]'),
    institution: given(query.institution ?? [], 'uuid[]'),
  };
  const after = query.cursor
    ? `AND (${KEYS}) > (${readListCursor(query.cursor, query.sort)
        .map((key, index) => given(key, ['integer', 'bigint', 'text', 'uuid', 'integer', 'uuid'][index] as string))
        .join(', ')})`
    : '';
  const limit = given(query.limit, 'integer');
  const sort = given(query.sort, 'text');

  const sql = `
WITH visible AS (
  SELECT source.id, source.title, source.kind, (${at} AT TIME ZONE source.time_zone)::date AS today FROM source WHERE ${visible}
), seen_votes AS (${SEEN_VOTES}
), changes AS (${CHANGES}
), found AS MATERIALIZED (
  SELECT r.id, r.source_id, r.position, visible.title, visible.kind, ${search.closeness} AS closeness, ${SORT_KEY[query.sort]} AS sort_key,
    lead.institution_id AS lead_id, lead.due_on, list_status(r.lifecycle, lead, visible.today) AS status
  FROM recommendation r
  JOIN visible ON visible.id = r.source_id
  LEFT JOIN assignment lead ON lead.recommendation_id = r.id AND lead.part = 'lead' AND lead.ended_at IS NULL
  ${JOIN_FOR[query.sort] ?? ''}
  ${search.where}
), marked AS MATERIALIZED (
  SELECT found.*,
    ${fits(query.source, `source_id = ANY(${chosen.source})`)} AS fits_source,
    ${fits(query.topic, `id IN (SELECT recommendation_id FROM recommendation_topic WHERE topic = ANY(${chosen.topic}))`)} AS fits_topic,
    ${fits(query.status, `status = ANY(${chosen.status})`)} AS fits_status,
    ${fits(query.institution, `id IN (SELECT recommendation_id FROM responsible WHERE institution_id = ANY(${chosen.institution}))`)} AS fits_institution
  FROM found
), responsible AS (
  SELECT recommendation_id, institution_id FROM assignment WHERE ended_at IS NULL AND part <> 'consulted'
), page AS (
  SELECT * FROM marked WHERE fits_source AND fits_topic AND fits_status AND fits_institution ${after} ORDER BY ${KEYS} LIMIT ${limit} + 1
), shown AS (
  SELECT * FROM page ORDER BY ${KEYS} LIMIT ${limit}
)
SELECT jsonb_build_object(
  'items', coalesce((SELECT jsonb_agg(${ROW} ORDER BY ${keysOf('shown')}) ${ROW_FROM}), '[]'),
  'cursor', CASE WHEN (SELECT count(*) FROM page) > ${limit} THEN (
    SELECT translate(encode(convert_to(jsonb_build_array(${sort}, ${KEYS})::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')
    FROM shown ORDER BY closeness DESC, sort_key DESC, title DESC, source_id DESC, position DESC, id DESC LIMIT 1) END,
  'total', (SELECT count(*) FROM marked WHERE fits_source AND fits_topic AND fits_status AND fits_institution),
  'facets', jsonb_build_object(
    'status', ${facet({
      value: 'status',
      label: 'status',
      from: 'marked',
      fits: 'fits_source AND fits_topic AND fits_institution',
      chosen: chosen.status,
      order: `array_position(${statuses}, value)`,
    })},
    'topic', ${facet({
      value: 'topic',
      label: 'topic',
      from: 'marked JOIN recommendation_topic ON recommendation_id = id',
      fits: 'fits_source AND fits_status AND fits_institution',
      chosen: chosen.topic,
      order: 'count DESC, label',
    })},
    'institution', ${facet({
      value: 'institution_id',
      label: '(SELECT name FROM institution WHERE institution.id = institution_id)',
      from: 'marked JOIN responsible ON recommendation_id = id',
      fits: 'fits_source AND fits_topic AND fits_status',
      chosen: chosen.institution,
      order: 'count DESC, label',
    })},
    'source', ${facet({
      value: 'source_id',
      label: 'min(title)',
      from: 'marked',
      fits: 'fits_topic AND fits_status AND fits_institution',
      chosen: chosen.source,
      order: 'label',
    })}
  )
)::text AS answer`;
  return { sql, parameters };
}

const keysOf = (alias: string) => KEYS.replace(/\w+/g, (key) => `${alias}.${key}`);

const fits = (chosen: readonly unknown[] | undefined, condition: string) => (chosen?.length ? condition : 'true');

interface FacetOf {
  value: string;
  label: string;
  from: string;
  fits: string;
  chosen: string;
  order: string;
}

/** What is chosen stays in sight, even where the other filters leave none of it. */
const facet = ({ value, label, from, fits, chosen, order }: FacetOf) => `coalesce((
      SELECT jsonb_agg(jsonb_build_object('value', value, 'label', label, 'count', count) ORDER BY ${order}) FROM (
        SELECT ${value} AS value, ${label} AS label, count(*) FILTER (WHERE ${fits}) AS count
        FROM ${from} GROUP BY ${value} HAVING count(*) FILTER (WHERE ${fits}) > 0 OR ${value} = ANY(${chosen})) options), '[]')`;

/** Details are read for the rows of the page alone. */
const ROW = `jsonb_build_object(
    'id', shown.id, 'reference', r.reference, 'code', r.code, 'text', r.text,
    'source', jsonb_build_object('id', shown.source_id, 'title', shown.title, 'kind', shown.kind),
    'section', section.title,
    'topics', (SELECT coalesce(jsonb_agg(topic ORDER BY topic), '[]') FROM recommendation_topic WHERE recommendation_id = shown.id),
    'lifecycle', r.lifecycle,
    'votes', CASE WHEN votes.agree IS NOT NULL
      THEN jsonb_build_object('agree', votes.agree, 'disagree', votes.disagree, 'pass', votes.pass) END,
    'lead', CASE WHEN shown.lead_id IS NOT NULL THEN jsonb_build_object('id', shown.lead_id, 'name', institution.name) END,
    'supporting', (SELECT count(*) FROM assignment a WHERE a.recommendation_id = shown.id AND a.part = 'supporting' AND a.ended_at IS NULL),
    'status', shown.status, 'dueOn', shown.due_on)`;
const ROW_FROM = `FROM shown
    JOIN recommendation r ON r.id = shown.id
    LEFT JOIN section ON section.id = r.section_id
    LEFT JOIN institution ON institution.id = shown.lead_id
    LEFT JOIN LATERAL (
      SELECT item.agree, item.disagree, item.pass FROM ${SEEN_BALLOTS}
      WHERE item.recommendation_id = shown.id
      ORDER BY ballot.opened_at DESC LIMIT 1) votes ON true`;

/**
 * A reference or code found exactly stands first, then what has all the words, then what is merely spelled like it.
 * @param given adds a parameter
 */
function searchConditions(q: string | undefined, given: (value: unknown, type: string) => string): { closeness: string; where: string } {
  if (!q) return { closeness: '0', where: '' };
  const typed = given(q.replace(/\.$/, ''), 'text');
  const words = searchWords(q);
  const isReference = `lower(${typed}) IN (lower(rtrim(r.reference, '.')), lower(rtrim(r.code, '.')))`;
  const beginsReference = `(starts_with(lower(r.reference), lower(${typed})) OR starts_with(lower(r.code), lower(${typed})))`;
  const hasWords = words ? `to_tsvector('simple', r.text) @@ to_tsquery('simple', ${given(words, 'text')})` : 'false';
  const isAlike =
    wordsIn(q)
      .map((word) => `${given(word, 'text')} <% r.text`)
      .join(' AND ') || 'false';
  // Apart, so that each way uses its own index.
  const ways = [isReference, beginsReference, hasWords, isAlike].map((way) => `SELECT r.id FROM recommendation r WHERE ${way}`);
  return {
    closeness: `CASE WHEN ${isReference} THEN 0 WHEN ${beginsReference} OR ${hasWords} THEN 1 ELSE 2 END`,
    where: `WHERE r.id IN (${ways.join(' UNION ')})`,
  };
}
