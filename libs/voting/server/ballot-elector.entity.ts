import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The register of a ballot: who may vote, fixed when it opens. */
@Entity('ballot_elector')
export class BallotElector {
  @PrimaryColumn({ type: 'uuid' }) ballotId: string;
  @PrimaryColumn({ type: 'uuid' }) participantId: string;
  /** Whether they chose on anything; set when the ballot closes, never when they chose. */
  @Column({ type: 'boolean', default: false }) voted: boolean;
}
