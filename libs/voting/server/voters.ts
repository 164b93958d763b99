/**
 * SQL for how many electors of `ballot` have chosen on anything. It looks up one vote an elector, however many there are; once the ballot
 * is closed there are none, and the register says who voted.
 */
export const VOTERS = `(SELECT count(*)::int FROM ballot_elector AS elector WHERE elector.ballot_id = ballot.id AND (elector.voted OR EXISTS (
  SELECT 1 FROM vote WHERE vote.ballot_id = elector.ballot_id AND vote.participant_id = elector.participant_id)))`;
