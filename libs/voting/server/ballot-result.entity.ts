import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How one constituency chose in a closed ballot. Holds only what may be shown: small groups are never written down. */
@Entity('ballot_result')
export class BallotResult {
  @PrimaryColumn({ type: 'uuid' }) ballotId: string;
  @PrimaryColumn({ type: 'uuid' }) recommendationId: string;
  @PrimaryColumn({ type: 'text' }) constituency: string;
  @Column({ type: 'integer' }) agree: number;
  @Column({ type: 'integer' }) disagree: number;
  @Column({ type: 'integer' }) pass: number;
}
