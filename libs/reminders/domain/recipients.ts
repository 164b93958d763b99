/** Somebody with a role in a deadline: for the institution that owes the report, or for the source that asks for it. */
export interface Acting {
  accountId: string;
  role: 'focal_point' | 'deputy' | 'approver' | 'coordinator';
}

/** From this many days after the due date on, deputies are reminded too. */
const DEPUTIES_FROM = 7;

/**
 * Who of an institution gets a reminder: its focal points, a week after the due date its deputies too, and the deputies from the start
 * where there is no focal point.
 * @param days from the due date
 * @returns each person once
 */
export function recipientsOf<Person extends Acting>(acting: readonly Person[], days: number): Person[] {
  const focalPoints = acting.filter(({ role }) => role === 'focal_point');
  const reporting = acting.filter(({ role }) => role === 'focal_point' || role === 'deputy');
  return eachOnce(focalPoints.length && days < DEPUTIES_FROM ? focalPoints : reporting);
}

/** Nobody is written to twice for having two roles. */
export const eachOnce = <Person extends Acting>(people: readonly Person[]): Person[] =>
  people.filter(({ accountId }, index) => people.findIndex((other) => other.accountId === accountId) === index);
