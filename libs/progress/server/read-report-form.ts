import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { mayReport } from '@uptake/assignments/domain';
import { type AssignmentRecord, ReadAssignments } from '@uptake/assignments/server';
import type { Actor } from '@uptake/people/domain';
import { forbidden, Problem } from '@uptake/platform/http';
import type { ReportForm } from '@uptake/progress/contracts';
import { reportable } from '@uptake/progress/domain';
import { ReadUpdates } from './read-updates';
import { ReportLinks } from './report-links';

/** The form of a report before anything is written. Reading it changes nothing, by link too: mail scanners open links. */
@Injectable()
export class ReadReportForm {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly assignments: ReadAssignments,
    private readonly updates: ReadUpdates,
    private readonly links: ReportLinks,
  ) {}

  async of(actor: Actor, assignmentId: string): Promise<ReportForm> {
    const record = await this.assignments.record(actor, assignmentId);
    if (!mayReport(actor, record.state)) throw forbidden();
    if (record.state.ended) throw new Problem(409, 'assignment_ended');
    return this.form(record, null);
  }

  async byLink(token: string): Promise<ReportForm> {
    const { record, name } = await this.links.look(this.dataSource, token);
    return this.form(record, name);
  }

  private async form({ id, state, recommendation, institution, source }: AssignmentRecord, reporter: string | null): Promise<ReportForm> {
    const last = await this.updates.lastOf(this.dataSource, id);
    return {
      assignmentId: id,
      recommendation: { id: recommendation.id, reference: recommendation.reference, text: recommendation.text, sourceTitle: source.title },
      institution: { id: institution.id, name: institution.name },
      part: state.part,
      dueOn: state.dueOn,
      current: state.implementation,
      choices: reportable(state),
      returnedBecause: state.verification === 'returned' ? state.verificationReason : null,
      previous: last && { done: last.done, obstacles: last.obstacles, nextStep: last.nextStep, evidence: last.evidence, at: last.at },
      reporter,
    };
  }
}
