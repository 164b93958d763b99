import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One recommendation in a ballot, with its counts: they move with every vote, in the same transaction. */
@Entity('ballot_item')
export class BallotItem {
  @PrimaryColumn({ type: 'uuid' }) ballotId: string;
  @Index('ballot_item_recommendation') @PrimaryColumn({ type: 'uuid' }) recommendationId: string;
  @Column({ type: 'integer' }) position: number;
  @Column({ type: 'integer', default: 0 }) agree: number;
  @Column({ type: 'integer', default: 0 }) disagree: number;
  @Column({ type: 'integer', default: 0 }) pass: number;
}
