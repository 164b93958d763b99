import type { AssignmentState, HeldPart } from '@uptake/assignments/domain';
import type { Lifecycle } from '@uptake/recommendations/domain';

/** An assignment with what the rules and the screens want to know of its surroundings. One row, finished in the database. */
export interface AssignmentRecord {
  id: string;
  revision: number;
  state: AssignmentState;
  respondedAt: string | null;
  reportedAt: string | null;
  verificationAt: string | null;
  institution: { id: string; name: string; parentName: string | null };
  recommendation: { id: string; reference: string; text: string; lifecycle: Lifecycle };
  source: { id: string; title: string; timeZone: string };
  /** Every part held in the recommendation now, this one included. */
  held: HeldPart[];
}

/** Add a `WHERE`; `a` is the assignment, `r` its recommendation, `source` and `institution` theirs. */
export const SELECT_RECORD = `
SELECT jsonb_build_object(
  'id', a.id, 'revision', a.revision,
  'state', jsonb_build_object('institutionId', a.institution_id, 'part', a.part, 'dueOn', a.due_on, 'frequency', a.frequency,
    'dueVersion', a.due_version, 'answeredVersion', a.answered_version, 'response', a.response, 'responseReason', a.response_reason,
    'implementation', a.implementation, 'reported', a.reported_at IS NOT NULL, 'verification', a.verification,
    'verificationReason', a.verification_reason, 'ended', a.ended_at IS NOT NULL),
  'respondedAt', a.responded_at, 'reportedAt', a.reported_at, 'verificationAt', a.verification_at,
  'institution', jsonb_build_object('id', institution.id, 'name', institution.name, 'parentName', parent.name),
  'recommendation', jsonb_build_object('id', r.id, 'reference', r.reference, 'text', r.text, 'lifecycle', r.lifecycle),
  'source', jsonb_build_object('id', source.id, 'title', source.title, 'timeZone', source.time_zone),
  'held', (SELECT coalesce(jsonb_agg(jsonb_build_object('institutionId', body.id, 'institution', body.name, 'part', other.part)), '[]')
    FROM assignment other JOIN institution body ON body.id = other.institution_id
    WHERE other.recommendation_id = r.id AND other.ended_at IS NULL)
) AS record
FROM assignment a
JOIN recommendation r ON r.id = a.recommendation_id
JOIN source ON source.id = a.source_id
JOIN institution ON institution.id = a.institution_id
LEFT JOIN institution parent ON parent.id = institution.parent_id`;

/** The institutions that report on the recommendation. */
export const reportingIn = ({ held }: Pick<AssignmentRecord, 'held'>): string[] =>
  held.filter(({ part }) => part !== 'consulted').map(({ institutionId }) => institutionId);
