import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Assignment, Assignments, Duties, Duty } from '@uptake/assignments/contracts';
import { daysLeft, isOverdue, noUpdateReceived, rightsIn, urgencies, urgencyOf } from '@uptake/assignments/domain';
import { dayIn } from '@uptake/kernel';
import { type Actor, scopesOf } from '@uptake/people/domain';
import { Clock } from '@uptake/platform/config';
import type { Tx } from '@uptake/platform/database';
import { notFound } from '@uptake/platform/http';
import { visibleSources } from '@uptake/sources/server';
import { type AssignmentRecord, reportingIn, SELECT_RECORD } from './assignment-record';

type Db = Pick<Tx, 'query'>;
type Row = { record: AssignmentRecord };

const ORDER = `ORDER BY array_position(ARRAY['lead', 'supporting', 'consulted'], a.part), institution.name`;
const DUTIES_AT_MOST = 1000;

/** Assignments as the screens show them: with what is overdue today, and what the reader may do. */
@Injectable()
export class ReadAssignments {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Those of one recommendation, the lead first.
   * @throws a 404 where there is no such recommendation, and where the actor may not know of it
   */
  async of(actor: Actor, recommendationId: string): Promise<Assignments> {
    const parameters: unknown[] = [recommendationId];
    const visible = visibleSources(actor, parameters);
    const rows: { record: AssignmentRecord | null }[] = await this.dataSource.query(
      `SELECT found.record FROM recommendation readable
       JOIN source ON source.id = readable.source_id
       LEFT JOIN LATERAL (${SELECT_RECORD} WHERE r.id = readable.id AND a.ended_at IS NULL ${ORDER}) found ON true
       WHERE readable.id = $1 AND ${visible}`,
      parameters,
    );
    if (!rows.length) throw notFound();
    return { items: rows.flatMap(({ record }) => (record ? [this.shown(actor, record)] : [])) };
  }

  /** @throws a 404 where there is none, and where the actor may not know of it */
  async one(actor: Actor, id: string, db: Db = this.dataSource): Promise<Assignment> {
    return this.shown(actor, await this.record(actor, id, db));
  }

  /** The same, with what the rules need. */
  async record(actor: Actor, id: string, db: Db = this.dataSource): Promise<AssignmentRecord> {
    const parameters: unknown[] = [id];
    const visible = visibleSources(actor, parameters);
    const rows: Row[] = await db.query(`${SELECT_RECORD} WHERE a.id = $1 AND ${visible}`, parameters);
    if (!rows[0]) throw notFound();
    return rows[0].record;
  }

  /** What the institutions that the actor acts for still have to do, the most pressing first. */
  async duties(actor: Actor): Promise<Duties> {
    const rows: Row[] = await this.dataSource.query(
      `${SELECT_RECORD}
       WHERE a.institution_id = ANY($1::uuid[]) AND a.ended_at IS NULL AND r.lifecycle = 'adopted' AND source.withdrawn_at IS NULL
         AND a.implementation NOT IN ('no_longer_applicable', 'superseded')
         AND NOT (a.implementation = 'implemented' AND a.verification = 'verified')
       ORDER BY a.due_on NULLS LAST, source.id, r.position LIMIT ${DUTIES_AT_MOST}`,
      [scopesOf(actor, 'institution')],
    );
    const items = rows.map(({ record }) => this.duty(actor, record));
    return { items: items.sort((one, other) => urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency)) };
  }

  private duty(actor: Actor, record: AssignmentRecord): Duty {
    const today = this.today(record);
    const { id, reference, text } = record.recommendation;
    return {
      ...this.shown(actor, record),
      recommendation: { id, reference, text, sourceTitle: record.source.title },
      urgency: urgencyOf(record.state, today),
      daysLeft: daysLeft(record.state, today),
    };
  }

  private shown(actor: Actor, record: AssignmentRecord): Assignment {
    const { state } = record;
    const today = this.today(record);
    return {
      id: record.id,
      recommendationId: record.recommendation.id,
      institution: record.institution,
      part: state.part,
      dueOn: state.dueOn,
      frequency: state.frequency,
      response: state.response,
      responseReason: state.responseReason,
      respondedAt: record.respondedAt,
      implementation: state.implementation,
      reportedAt: record.reportedAt,
      verification: state.verification,
      verificationReason: state.verificationReason,
      verificationAt: record.verificationAt,
      overdue: isOverdue(state, today),
      noUpdateReceived: noUpdateReceived(state, today),
      revision: record.revision,
      may: rightsIn(actor, { ...state, sourceId: record.source.id }, reportingIn(record)),
    };
  }

  private today({ source }: Pick<AssignmentRecord, 'source'>): string {
    return dayIn(source.timeZone, this.clock.now());
  }
}
