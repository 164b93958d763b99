import { accept, type Result, refuse } from '@uptake/kernel';
import { type Response, response } from '@uptake/recommendations/domain';
import type { AssignmentState } from './assignment-state';

/**
 * An institution answers its assignment. All answers but a plain acceptance need a reason; the same answer may be given again with
 * another reason. Refused with `reason_missing`, `response_not_next`, `assignment_ended`.
 */
export function respond(
  assignment: AssignmentState,
  answer: { response: Exclude<Response, 'awaiting'>; reason: string },
): Result<AssignmentState, 'reason_missing' | 'response_not_next' | 'assignment_ended'> {
  if (assignment.ended) return refuse('assignment_ended');
  const reason = answer.reason.trim();
  if (answer.response !== 'accepted' && !reason) return refuse('reason_missing');
  const again = answer.response === assignment.response;
  if (!again && !response.allows(assignment.response, answer.response)) return refuse('response_not_next');
  return accept({ ...assignment, response: answer.response, responseReason: reason });
}
