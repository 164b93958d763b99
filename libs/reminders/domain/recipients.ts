export interface Acting {
  accountId: string;
  role: 'focal_point' | 'deputy';
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
  const reached = focalPoints.length && days < DEPUTIES_FROM ? focalPoints : acting;
  return reached.filter(({ accountId }, index) => reached.findIndex((other) => other.accountId === accountId) === index);
}
