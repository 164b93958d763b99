/** SQL for one row of `ballot_result` as counts. */
const COUNTS = `jsonb_build_object('agree', agree, 'disagree', disagree, 'pass', pass)`;

/** SQL for the results of `ballot`, by recommendation and constituency; null until it closes. */
export const BY_CONSTITUENCY = `CASE WHEN state = 'closed' THEN (SELECT coalesce(jsonb_object_agg(recommendation_id, results), '{}')
  FROM (SELECT recommendation_id, jsonb_object_agg(constituency, ${COUNTS}) AS results
    FROM ballot_result WHERE ballot_id = ballot.id GROUP BY recommendation_id) AS shown) END`;

/** SQL for the results of `ballot` on `ballot_item`, by constituency; null until it closes. */
export const ITEM_BY_CONSTITUENCY = `CASE WHEN state = 'closed' THEN (
  SELECT coalesce(jsonb_object_agg(constituency, jsonb_build_object('agree', result.agree, 'disagree', result.disagree, 'pass', result.pass)), '{}')
  FROM ballot_result AS result WHERE result.ballot_id = ballot.id AND result.recommendation_id = ballot_item.recommendation_id) END`;
