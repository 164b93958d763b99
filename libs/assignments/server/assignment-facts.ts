import { Injectable } from '@nestjs/common';
import type { Actor } from '@uptake/people/domain';
import { ActivityLog, type NewFact } from '@uptake/platform/activity';
import type { Tx } from '@uptake/platform/database';
import type { AssignmentRecord } from './assignment-record';

/** What every fact about an assignment tells: everybody who may read the source may read it. */
export interface AssignmentSubject {
  assignmentId: string;
  recommendationId: string;
  reference: string;
  sourceId: string;
  institutionId: string;
  institution: string;
  part: string;
}

export interface AssignmentNews {
  /** Past tense with its slice: `assignments.responded`. */
  type: string;
  subject: AssignmentSubject;
  data?: Record<string, unknown>;
}

export const subjectOf = ({ id, recommendation, source, institution, state }: AssignmentRecord): AssignmentSubject => ({
  assignmentId: id,
  recommendationId: recommendation.id,
  reference: recommendation.reference,
  sourceId: source.id,
  institutionId: institution.id,
  institution: institution.name,
  part: state.part,
});

/** Tells who follows the recommendation, its source and the institution, and each person who acts for it. */
@Injectable()
export class AssignmentFacts {
  constructor(private readonly activity: ActivityLog) {}

  async tell(tx: Tx, actor: Pick<Actor, 'accountId'>, ...news: AssignmentNews[]): Promise<void> {
    if (!news.length) return;
    const facts = news.map(({ type, subject, data }): NewFact => {
      const { sourceId, ...told } = subject;
      return {
        streams: [`source:${sourceId}`, `recommendation:${subject.recommendationId}`, `institution:${subject.institutionId}`],
        type,
        data: { ...told, ...data },
        actor: actor.accountId,
      };
    });
    await this.activity.append(tx, ...facts, ...(await this.personally(tx, news)));
  }

  /** To each person alone, because the streams of a fact are told with it and who acts for an institution is not known to all. */
  private async personally(tx: Tx, news: AssignmentNews[]): Promise<NewFact[]> {
    const people: { accountId: string }[] = await tx.query(
      `SELECT DISTINCT account_id AS "accountId" FROM membership
       WHERE scope = 'institution' AND scope_id = ANY($1::uuid[]) AND since <= now() AND (until IS NULL OR until > now())`,
      [[...new Set(news.map(({ subject }) => subject.institutionId))]],
    );
    return people.map(({ accountId }) => ({ streams: [`account:${accountId}`], type: 'assignments.duties_changed', data: {} }));
  }
}
