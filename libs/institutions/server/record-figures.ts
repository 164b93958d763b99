/** Updates that fall due within this many days count as due. */
const DUE_DAYS = 30;

/**
 * An institution's record as JSON. It counts public sources only, so that it reads the same for everybody and tells nothing of what is
 * kept among members.
 * @param institution SQL for its id
 * @param now SQL for the moment; days are counted in each source's own time zone
 */
export const recordFigures = (institution: string, now: string): string => `(
  SELECT jsonb_build_object(
    'assigned', count(*),
    'leading', count(*) FILTER (WHERE task.part = 'lead'),
    'due', count(*) FILTER (WHERE standing = 'ahead' AND task.due_on - today <= ${DUE_DAYS}),
    'overdue', count(*) FILTER (WHERE standing IN ('overdue', 'no_update_received')),
    'implemented', count(*) FILTER (WHERE task.implementation = 'implemented'),
    'verified', count(*) FILTER (WHERE task.implementation = 'implemented' AND task.verification = 'verified'))
  FROM assignment task
  JOIN source ON source.id = task.source_id AND source.visibility = 'public' AND source.withdrawn_at IS NULL
  CROSS JOIN LATERAL (SELECT (${now} AT TIME ZONE source.time_zone)::date AS today) calendar
  CROSS JOIN LATERAL (SELECT deadline_standing(task, today) AS standing) deadline
  WHERE task.institution_id = ${institution} AND task.ended_at IS NULL)`;
