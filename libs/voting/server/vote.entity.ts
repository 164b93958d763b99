import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Choice } from '@uptake/voting/domain';

/** The last choice of one participant on one recommendation. Read for its owner alone; everybody else gets counts. */
@Entity('vote')
export class Vote {
  @PrimaryColumn({ type: 'uuid' }) ballotId: string;
  @PrimaryColumn({ type: 'uuid' }) participantId: string;
  @PrimaryColumn({ type: 'uuid' }) recommendationId: string;
  @Column({ type: 'text' }) choice: Choice;
}
