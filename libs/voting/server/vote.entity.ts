import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Choice } from '@uptake/voting/domain';

/**
 * The last choice of one participant on one recommendation, while the ballot is open. Read for its owner alone; everybody else gets counts.
 * Each ballot has a partition of its own, which is gone once it has closed: see `BallotBox`.
 */
@Entity('vote')
export class Vote {
  @PrimaryColumn({ type: 'uuid' }) ballotId: string;
  @PrimaryColumn({ type: 'uuid' }) participantId: string;
  @PrimaryColumn({ type: 'uuid' }) recommendationId: string;
  @Column({ type: 'text' }) choice: Choice;
}
