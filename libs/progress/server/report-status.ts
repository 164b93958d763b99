import { Injectable } from '@nestjs/common';
import { answersDeadline, mayReport, standingOf } from '@uptake/assignments/domain';
import { AssignmentFacts, type AssignmentRecord, Assignments, ReadAssignments, subjectOf } from '@uptake/assignments/server';
import { dayIn } from '@uptake/kernel';
import type { Actor } from '@uptake/people/domain';
import { Clock } from '@uptake/platform/config';
import { Transactions, type Tx } from '@uptake/platform/database';
import { forbidden, Problem, refusal } from '@uptake/platform/http';
import type { NewEvidence, NewStatusUpdate, ReportedUpdate } from '@uptake/progress/contracts';
import { type ReportRefusal, reportStatus } from '@uptake/progress/domain';
import { Evidence } from './evidence.entity';
import { ReadUpdates } from './read-updates';
import { ReportLinks } from './report-links';
import { StatusUpdate } from './status-update.entity';

/** Something is missing in the report itself; the other refusals are about how things stand. */
const INCOMPLETE: readonly ReportRefusal[] = ['sentence_missing', 'claim_without_evidence'];

/** An institution reports on its assignment, signed in or by the link of a reminder. */
@Injectable()
export class ReportStatus {
  constructor(
    private readonly transactions: Transactions,
    private readonly assignments: Assignments,
    private readonly readAssignments: ReadAssignments,
    private readonly readUpdates: ReadUpdates,
    private readonly links: ReportLinks,
    private readonly facts: AssignmentFacts,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, assignmentId: string, update: NewStatusUpdate): Promise<ReportedUpdate> {
    return this.transactions.run(async (tx) => {
      await this.readAssignments.record(actor, assignmentId, tx);
      const record = await this.assignments.lock(tx, assignmentId);
      if (!mayReport(actor, record.state)) throw forbidden();
      return this.report(tx, actor, record, update);
    });
  }

  byLink(token: string, update: NewStatusUpdate): Promise<ReportedUpdate> {
    return this.transactions.run(async (tx) => {
      const { actor, record } = await this.links.use(tx, token);
      return this.report(tx, actor, record, update);
    });
  }

  private async report(tx: Tx, actor: Actor, record: AssignmentRecord, update: NewStatusUpdate): Promise<ReportedUpdate> {
    const now = this.clock.now();
    const today = dayIn(record.source.timeZone, now);
    if (record.recommendation.lifecycle !== 'adopted') throw new Problem(409, 'not_adopted');
    const result = reportStatus(record.state, update, today);
    if (result.refused) throw refusal(result, INCOMPLETE.includes(result.code) ? 422 : 409);
    const answered = answersDeadline(record.state, today) ? record.state.dueOn : null;
    const id = await keep(tx, record.id, update, { author: actor.accountId, dueOn: answered, at: now });
    await this.assignments.save(tx, record, result.value, { reportedAt: now });
    await this.facts.tell(tx, actor, {
      type: 'progress.reported',
      subject: subjectOf(record),
      data: {
        updateId: id,
        implementation: update.implementation,
        before: record.state.implementation,
        done: update.done,
        evidence: update.evidence.length,
      },
    });
    const isExpected = standingOf(result.value, today) !== 'none';
    return {
      ...(await this.readUpdates.one(tx, id)),
      recommendationId: record.recommendation.id,
      nextDueOn: isExpected ? result.value.dueOn : null,
    };
  }
}

async function keep(
  tx: Tx,
  assignmentId: string,
  { implementation, done, obstacles, nextStep, evidence }: NewStatusUpdate,
  more: Pick<StatusUpdate, 'author' | 'dueOn' | 'at'>,
): Promise<string> {
  const inserted = await tx.insert(StatusUpdate, { assignmentId, implementation, done, obstacles, nextStep, ...more });
  const { id } = inserted.identifiers[0] as { id: string };
  if (evidence.length)
    await tx.insert(
      Evidence,
      evidence.map((item, index) => ({ statusUpdateId: id, position: index + 1, ...columnsOf(item) })),
    );
  return id;
}

const columnsOf = (item: NewEvidence): Pick<Evidence, 'kind' | 'title' | 'url' | 'figure'> => ({
  kind: item.kind,
  title: item.title,
  url: item.kind === 'link' ? item.url : null,
  figure: item.kind === 'figure' ? item.figure : null,
});
