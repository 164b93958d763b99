import { assign, type AssignmentState, changeAssignment, type HeldPart, partsAsNamed, respond, verify } from '@uptake/assignments/domain';
import { addDays, type LocalDate, type Result } from '@uptake/kernel';
import { reportStatus } from '@uptake/progress/domain';
import type { DayOffset, InstitutionKey, RecommendationCode, SampleAct } from './sample-shape';

/** Lines of the plan with the institutions that the document names for them, by their keys. */
export type NamedBodies = ReadonlyMap<RecommendationCode, readonly { institutionId: InstitutionKey; coordinating: boolean }[]>;

type ActOf<Action extends SampleAct['action']> = Extract<SampleAct, { action: Action }>;
const findings = { review: 'under_review', verify: 'verified', return: 'returned', dispute: 'disputed' } as const;

/**
 * Plays the history by the product's own rules, without a database.
 * @param today the day that offsets are counted from
 * @returns every assignment as it stands today, by `<recommendation> <institution>`
 * @throws at the first act that a rule refuses
 */
export function replayByRules(history: readonly SampleAct[], named: NamedBodies, today: LocalDate): Map<string, AssignmentState> {
  const assignments = new Map<string, AssignmentState>();
  const adopted = new Set(named.keys());
  const dayOf = (offset: DayOffset) => addDays(today, offset);
  const heldIn = (code: RecommendationCode): HeldPart[] =>
    [...assignments]
      .filter(([key]) => key.startsWith(`${code} `))
      .map(([, { institutionId, part }]) => ({ institutionId, institution: institutionId, part }));

  const keep = (code: RecommendationCode, act: SampleAct, decision: Result<AssignmentState>) => {
    if (decision.refused) throw new Error(`${decision.code}: ${JSON.stringify(act)}`);
    assignments.set(`${code} ${decision.value.institutionId}`, decision.value);
  };
  const at = (code: RecommendationCode, institution: InstitutionKey): AssignmentState => {
    const found = assignments.get(`${code} ${institution}`);
    if (!found) throw new Error(`${institution} has no part in ${code}`);
    return found;
  };
  const give = (act: ActOf<'assign' | 'schedule'>, parts: ReturnType<typeof partsAsNamed>) => {
    for (const { institutionId, part } of parts) {
      const due = { lead: act.dueDay, supporting: act.supportingDueDay, consulted: null }[part];
      if (due === undefined) throw new Error(`No date for ${institutionId}: ${JSON.stringify(act)}`);
      const wanted = { institutionId, part, dueOn: due === null ? null : dayOf(due), frequency: act.frequency };
      const lifecycle = adopted.has(act.recommendation) ? 'adopted' : 'proposed';
      keep(act.recommendation, act, assign({ lifecycle, held: heldIn(act.recommendation) }, wanted));
    }
  };
  const does = (act: SampleAct) => {
    switch (act.action) {
      case 'decide':
        return act.adopted.forEach((code) => adopted.add(code));
      case 'assign':
        return give(act, [
          { institutionId: act.lead, part: 'lead' },
          ...(act.supporting ?? []).map((institutionId) => ({ institutionId, part: 'supporting' as const })),
          ...(act.consulted ?? []).map((institutionId) => ({ institutionId, part: 'consulted' as const })),
        ]);
      case 'schedule':
        return give(act, partsAsNamed(named.get(act.recommendation) ?? []));
      case 'respond':
        return act.recommendations.forEach((code) =>
          keep(code, act, respond(at(code, act.institution), { response: act.response, reason: act.reason ?? '' })),
        );
      case 'report': {
        const report = { implementation: act.status, done: act.done, evidence: act.evidence ?? [] };
        return keep(act.recommendation, act, reportStatus(at(act.recommendation, act.institution), report, dayOf(act.day)));
      }
      case 'set_due': {
        const held = heldIn(act.recommendation);
        return keep(act.recommendation, act, changeAssignment(at(act.recommendation, act.institution), { dueOn: dayOf(act.dueDay) }, held));
      }
      case 'review':
      case 'verify':
      case 'return':
      case 'dispute': {
        const finding = { verification: findings[act.action], reason: 'reason' in act ? act.reason : '' };
        return keep(act.recommendation, act, verify(at(act.recommendation, act.institution), finding));
      }
    }
  };
  history.forEach(does);
  return assignments;
}
