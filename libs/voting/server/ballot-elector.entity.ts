import { Entity, PrimaryColumn } from 'typeorm';

/** The register of a ballot, made when it opens and never changed. */
@Entity('ballot_elector')
export class BallotElector {
  @PrimaryColumn({ type: 'uuid' }) ballotId: string;
  @PrimaryColumn({ type: 'uuid' }) participantId: string;
}
