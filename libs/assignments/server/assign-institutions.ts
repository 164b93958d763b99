import { Injectable } from '@nestjs/common';
import type { AssignAsNamed, Assignment, AssignedAsNamed, NewAssignment } from '@uptake/assignments/contracts';
import { assign, type AssignmentState, mayAssign, partsAsNamed, type WantedPart } from '@uptake/assignments/domain';
import type { Actor } from '@uptake/people/domain';
import { Clock } from '@uptake/platform/config';
import { Transactions, type Tx } from '@uptake/platform/database';
import { forbidden, invalid, notFound, refusal } from '@uptake/platform/http';
import { visibleSources } from '@uptake/sources/server';
import { AssignmentFacts } from './assignment-facts';
import { Assignments } from './assignments';
import { type LockedRecommendation, lockRecommendations } from './lock-recommendations';
import { ReadAssignments } from './read-assignments';

interface Given {
  recommendation: LockedRecommendation;
  state: AssignmentState;
}

/** A coordinator gives institutions their parts: one at a time, or all those that documents name. */
@Injectable()
export class AssignInstitutions {
  constructor(
    private readonly transactions: Transactions,
    private readonly assignments: Assignments,
    private readonly read: ReadAssignments,
    private readonly facts: AssignmentFacts,
    private readonly clock: Clock,
  ) {}

  one(actor: Actor, recommendationId: string, wanted: NewAssignment): Promise<Assignment> {
    return this.transactions.run(async (tx) => {
      const [recommendation] = await lockRecommendations(tx, actor, [recommendationId]);
      if (!recommendation) throw notFound();
      if (!mayAssign(actor, recommendation.sourceId)) throw forbidden();
      const names = await namesOf(tx, [wanted.institutionId]);
      if (!names.size) throw invalid([{ path: 'institutionId', message: 'Choose an institution of the directory.' }]);
      const result = assign(recommendation, wanted);
      if (result.refused) throw refusal(result);
      const [id] = await this.give(tx, actor, [{ recommendation, state: result.value }], names);
      return this.read.one(actor, id as string, tx);
    });
  }

  asNamed(actor: Actor, wanted: AssignAsNamed): Promise<AssignedAsNamed> {
    return this.transactions.run(async (tx) => {
      const ids = 'sourceId' in wanted ? await this.recommendationsOf(tx, actor, wanted.sourceId) : wanted.recommendationIds;
      const recommendations = await lockRecommendations(tx, actor, ids);
      if (recommendations.length !== new Set(ids).size) throw notFound();
      if (recommendations.some(({ sourceId }) => !mayAssign(actor, sourceId))) throw forbidden();
      const skipped: AssignedAsNamed['skipped'] = [];
      const given: Given[] = [];
      for (const recommendation of recommendations) {
        const code = whyNot(recommendation);
        if (code) skipped.push({ recommendationId: recommendation.id, reference: recommendation.reference, code });
        else given.push(...allNamed(recommendation, wanted));
      }
      await this.give(tx, actor, given, await namesOf(tx, [...new Set(given.map(({ state }) => state.institutionId))]));
      return { recommendations: recommendations.length - skipped.length, assignments: given.length, skipped };
    });
  }

  private async give(tx: Tx, actor: Actor, given: Given[], names: ReadonlyMap<string, string>): Promise<string[]> {
    if (!given.length) return [];
    const rows = given.map(({ recommendation, state }) => ({
      recommendationId: recommendation.id,
      sourceId: recommendation.sourceId,
      state,
    }));
    const ids = await this.assignments.add(tx, rows, this.clock.now());
    const news = given.map(({ recommendation, state }, index) => ({
      type: 'assignments.assigned',
      subject: {
        assignmentId: ids[index] as string,
        recommendationId: recommendation.id,
        reference: recommendation.reference,
        sourceId: recommendation.sourceId,
        institutionId: state.institutionId,
        institution: names.get(state.institutionId) ?? '',
        part: state.part,
      },
      data: { dueOn: state.dueOn, frequency: state.frequency },
    }));
    await this.facts.tell(tx, actor, ...news);
    return ids;
  }

  private async recommendationsOf(tx: Tx, actor: Actor, sourceId: string): Promise<string[]> {
    const parameters: unknown[] = [sourceId];
    const visible = visibleSources(actor, parameters);
    const rows: { ids: string[] }[] = await tx.query(
      `SELECT ARRAY(SELECT id FROM recommendation WHERE source_id = source.id) AS ids FROM source WHERE source.id = $1 AND ${visible}`,
      parameters,
    );
    if (!rows[0]) throw notFound();
    if (!mayAssign(actor, sourceId)) throw forbidden();
    return rows[0].ids;
  }
}

function whyNot({ lifecycle, held, named }: LockedRecommendation): string | undefined {
  if (lifecycle !== 'adopted') return 'not_adopted';
  if (held.length) return 'assigned_already';
  return named.length ? undefined : 'no_body_named';
}

function allNamed(recommendation: LockedRecommendation, { dueOn, frequency }: Pick<WantedPart, 'dueOn' | 'frequency'>): Given[] {
  return partsAsNamed(recommendation.named).map((part) => {
    const result = assign(recommendation, { ...part, dueOn, frequency });
    if (result.refused) throw refusal(result);
    return { recommendation, state: result.value };
  });
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await tx.query(`SELECT id, name FROM institution WHERE id = ANY($1::uuid[])`, [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
