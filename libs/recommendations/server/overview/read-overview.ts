import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { type Actor, isAdministrator, scopesOf } from '@uptake/people/domain';
import { Clock } from '@uptake/platform/config';
import { visibleSources } from '@uptake/sources/server';

/** What the first page shows, in one query that returns finished JSON. */
@Injectable()
export class ReadOverview {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @returns an Overview as JSON text */
  async of(actor: Actor): Promise<string> {
    const parameters: unknown[] = [
      this.clock.now(),
      actor.accountId,
      scopesOf(actor, 'workshop'),
      scopesOf(actor, 'source', 'coordinator'),
      isAdministrator(actor),
    ];
    const visible = visibleSources(actor, parameters);
    const rows: { answer: string }[] = await this.dataSource.query(overview(visible), parameters);
    return rows[0]?.answer ?? '';
  }
}

/** At most so many of each: the rest stands on the page that each leads to. */
const AT_MOST = 20;

const overview = (visible: string) => `
WITH seen AS (
  SELECT source.id, source.title, source.kind, $5 OR source.id = ANY($4::uuid[]) AS coordinates,
    ($1::timestamptz AT TIME ZONE source.time_zone)::date AS today, source.created_at
  FROM source WHERE ${visible}
), figures AS (
  SELECT r.source_id, count(*) AS total, count(*) FILTER (WHERE r.lifecycle = 'adopted') AS adopted,
    count(*) FILTER (WHERE list_status(r.lifecycle, lead, seen.today) IN ('overdue', 'no_update_received')) AS overdue,
    count(*) FILTER (WHERE list_status(r.lifecycle, lead, seen.today) = 'verified') AS verified
  FROM recommendation r
  JOIN seen ON seen.id = r.source_id
  LEFT JOIN assignment lead ON lead.recommendation_id = r.id AND lead.part = 'lead' AND lead.ended_at IS NULL
  GROUP BY r.source_id
), sources AS (
  SELECT seen.*, figures.* FROM seen LEFT JOIN figures ON figures.source_id = seen.id
  ORDER BY coordinates DESC, created_at DESC, id LIMIT ${AT_MOST}
), workshops AS (
  SELECT id, title, starts_on, venue FROM workshop WHERE id = ANY($3::uuid[]) ORDER BY starts_on DESC, id LIMIT ${AT_MOST}
), ballots AS (
  SELECT ballot.id, ballot.title, ballot.electors, ballot.opened_at, workshop.id AS workshop_id, workshop.title AS workshop_title,
    (SELECT count(*) FROM ballot_item WHERE ballot_id = ballot.id) AS items,
    (SELECT count(DISTINCT participant_id) FROM vote WHERE ballot_id = ballot.id) AS voters,
    (SELECT (SELECT count(*) FROM vote WHERE vote.ballot_id = ballot.id AND vote.participant_id = elector.participant_id)
      FROM ballot_elector elector JOIN participant ON participant.id = elector.participant_id
      WHERE elector.ballot_id = ballot.id AND participant.account_id = $2::uuid LIMIT 1) AS mine
  FROM ballot JOIN workshop ON workshop.id = ballot.workshop_id
  WHERE ballot.state = 'open'
    AND (workshop.id = ANY($3::uuid[]) OR workshop.source_id IN (SELECT id FROM seen WHERE coordinates))
  ORDER BY ballot.opened_at DESC, ballot.id LIMIT ${AT_MOST}
), duties AS (
  SELECT task.id, task.recommendation_id, task.institution_id, task.implementation, task.verification, task.reported_at,
    institution.name, r.reference, r.text, seen.today - task.due_on AS days, deadline_standing(task, seen.today) AS standing
  FROM assignment task
  JOIN seen ON seen.id = task.source_id AND seen.coordinates
  JOIN recommendation r ON r.id = task.recommendation_id AND r.lifecycle = 'adopted'
  JOIN institution ON institution.id = task.institution_id
  WHERE task.ended_at IS NULL AND task.part <> 'consulted'
), claims AS (
  SELECT * FROM duties WHERE implementation = 'implemented' AND verification IN ('unverified', 'under_review')
  ORDER BY reported_at, id LIMIT ${AT_MOST}
), late AS (
  SELECT institution_id, name, count(*) AS count, max(days) AS days FROM duties
  WHERE standing IN ('overdue', 'no_update_received') GROUP BY institution_id, name
  ORDER BY max(days) DESC, name LIMIT ${AT_MOST}
)
SELECT jsonb_build_object(
  'sources', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'title', title, 'kind', kind, 'coordinates', coordinates,
      'total', coalesce(total, 0), 'adopted', coalesce(adopted, 0), 'overdue', coalesce(overdue, 0), 'verified', coalesce(verified, 0))
      ORDER BY coordinates DESC, created_at DESC, id), '[]') FROM sources),
  'workshops', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'title', title, 'startsOn', starts_on, 'venue', venue)
      ORDER BY starts_on DESC, id), '[]') FROM workshops),
  'ballots', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'title', title,
      'workshop', jsonb_build_object('id', workshop_id, 'title', workshop_title),
      'items', items, 'electors', electors, 'voters', voters, 'mine', mine) ORDER BY opened_at DESC, id), '[]') FROM ballots),
  'toVerify', (SELECT coalesce(jsonb_agg(jsonb_build_object('assignmentId', id,
      'recommendation', jsonb_build_object('id', recommendation_id, 'reference', reference, 'text', text),
      'institution', name, 'reportedAt', reported_at, 'underReview', verification = 'under_review') ORDER BY reported_at, id), '[]') FROM claims),
  'overdue', (SELECT coalesce(jsonb_agg(jsonb_build_object('institution', jsonb_build_object('id', institution_id, 'name', name),
      'count', count, 'days', days) ORDER BY days DESC, name), '[]') FROM late)
)::text AS answer`;
