import { Injectable } from '@nestjs/common';
import type { Assignment, VerificationChange } from '@uptake/assignments/contracts';
import { mayVerify, verify } from '@uptake/assignments/domain';
import type { Actor } from '@uptake/people/domain';
import { Clock } from '@uptake/platform/config';
import { Transactions } from '@uptake/platform/database';
import { forbidden, refusal } from '@uptake/platform/http';
import type { Verification } from '@uptake/recommendations/domain';
import { AssignmentFacts, subjectOf } from './assignment-facts';
import { reportingIn } from './assignment-record';
import { Assignments } from './assignments';
import { ReadAssignments } from './read-assignments';

const TOLD_AS: Record<Verification, string> = {
  unverified: 'assignments.verification_withdrawn',
  under_review: 'assignments.review_begun',
  verified: 'assignments.verified',
  returned: 'assignments.returned',
  disputed: 'assignments.disputed',
};

/** A coordinator says what was found about the latest report. */
@Injectable()
export class VerifyAssignment {
  constructor(
    private readonly transactions: Transactions,
    private readonly assignments: Assignments,
    private readonly read: ReadAssignments,
    private readonly facts: AssignmentFacts,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string, finding: VerificationChange): Promise<Assignment> {
    return this.transactions.run(async (tx) => {
      await this.read.record(actor, id, tx);
      const record = await this.assignments.lock(tx, id);
      if (!mayVerify(actor, record.source.id, reportingIn(record))) throw forbidden('may_not_verify');
      const result = verify(record.state, finding);
      if (result.refused) throw refusal(result, result.code === 'reason_missing' ? 422 : 409);
      await this.assignments.save(tx, record, result.value, { verificationAt: this.clock.now() });
      await this.facts.tell(tx, actor, {
        type: TOLD_AS[finding.verification],
        subject: subjectOf(record),
        data: { verification: finding.verification, reason: result.value.verificationReason, implementation: record.state.implementation },
      });
      return this.read.one(actor, id, tx);
    });
  }
}
